/** The topology view: the open design drawn as racks, device groups and links, and edited by hand. */
import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import { CanvasSurface } from './canvas-surface.tsx';
import './topology-canvas.css';
import './nodes.css';
import './units.css';
import './links.css';
import './failures.css';

export function TopologyCanvas() {
  return (
    <ReactFlowProvider>
      <CanvasSurface />
    </ReactFlowProvider>
  );
}
