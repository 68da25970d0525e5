/**
 * Where labels of links go: React Flow's layer between lines and nodes. It is looked up once for each canvas; React Flow's own
 * renderer searches the page for it, for every link, whenever anything moves.
 */
import { useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

const layers = new WeakMap<HTMLElement, Element>();

function findLayer(canvas: HTMLElement): Element | null {
  const known = layers.get(canvas);
  if (known?.isConnected) return known;
  const found = canvas.querySelector('.react-flow__edgelabel-renderer');
  if (found) layers.set(canvas, found);
  return found;
}

interface LinkLabelsProps {
  /** Where the middle of the label stands on the plane. */
  readonly x: number;
  readonly y: number;
  readonly children: ReactNode;
}

export function LinkLabels({ x, y, children }: LinkLabelsProps) {
  const canvas = useStore((state) => state.domNode);
  const layer = canvas && findLayer(canvas);
  return (
    layer &&
    createPortal(
      <div className="cv-link-spot" style={{ left: x, top: y }}>
        {children}
      </div>,
      layer,
    )
  );
}
