/** Where labels of links go: React Flow's layer between lines and nodes. */
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useLayer } from './use-layer.ts';

interface LinkLabelsProps {
  /** Where the middle of the label stands on the plane. */
  readonly x: number;
  readonly y: number;
  readonly children: ReactNode;
}

export function LinkLabels({ x, y, children }: LinkLabelsProps) {
  const layer = useLayer('edgelabel-renderer');
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
