/** What React Flow wants of every node, whatever it shows. */
import { Position } from '@xyflow/react';
import type { CanvasNode } from './canvas-node.ts';

/**
 * Size and one handle, given so that React Flow never has to measure. Links are routed by route-all.ts and need the handle
 * only to count as connected; its twin in the page is NodeAnchor.
 */
export function nodeSize(width: number, height: number): Pick<CanvasNode, 'width' | 'height' | 'measured' | 'handles'> {
  const anchor = { type: 'source' as const, position: Position.Top, x: width / 2, y: 0, width: 1, height: 1 };
  return { width, height, measured: { width, height }, handles: [anchor] };
}

/** Our own element inside carries role and name; React Flow's wrapper stays silent. */
export const neutralWrapper = {
  ariaRole: 'presentation' as const,
  domAttributes: { 'aria-roledescription': undefined, 'aria-describedby': undefined },
};
