/**
 * React Flow's own layers of the moving view, for what is drawn into them. Each is looked up once for a canvas; React Flow's portals search
 * the whole page for them, for every link, whenever anything moves.
 */
import { useStore } from '@xyflow/react';

type LayerName = 'edgelabel-renderer' | 'viewport-portal';

const layers = new WeakMap<HTMLElement, Map<LayerName, Element>>();

function findLayer(canvas: HTMLElement, name: LayerName): Element | null {
  const known = layers.get(canvas) ?? new Map<LayerName, Element>();
  layers.set(canvas, known);
  const before = known.get(name);
  if (before?.isConnected) return before;
  const found = canvas.querySelector(`.react-flow__${name}`);
  if (found) known.set(name, found);
  return found;
}

/** `edgelabel-renderer` lies between lines and nodes, `viewport-portal` over both. null until the canvas is in the page. */
export function useLayer(name: LayerName): Element | null {
  const canvas = useStore((state) => state.domNode);
  return canvas && findLayer(canvas, name);
}
