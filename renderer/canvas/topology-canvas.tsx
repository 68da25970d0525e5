/** The topology view: the open design drawn as racks, device groups and links, and edited by hand. */
import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import { CanvasSurface } from './canvas-surface.tsx';
import './topology-canvas.css';
import './layers.css';
import './nodes.css';
import './units.css';
import './links.css';
import './failures.css';
import './detail.css';

export function TopologyCanvas() {
  return (
    // What is drawn over what is ours to say: the library lifts selected nodes, and their links over every label, when it first draws.
    <ReactFlowProvider zIndexMode="manual">
      <CanvasSurface />
    </ReactFlowProvider>
  );
}
