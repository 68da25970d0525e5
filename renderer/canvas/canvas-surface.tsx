/** The drawing surface: React Flow with the projected design, and every gesture wired to its hook. */
import { ConnectionMode, type EdgeChange, type NodeChange, ReactFlow, SelectionMode } from '@xyflow/react';
import { type CSSProperties, useCallback, useState } from 'react';
import { useRoute } from '../store/route-store.ts';
import { useViewStore } from '../store/view-store.ts';
import { ContextMenu } from '../ui/menu.tsx';
import type { CanvasNode } from './canvas-node.ts';
import { CanvasToolbar } from './canvas-toolbar.tsx';
import { Choice } from './choice.tsx';
import { chooseDetail, chooseEnlargement } from './detail.ts';
import { DeviceNodeView } from './device-node.tsx';
import { GRID } from './device-shape.ts';
import { DotGround } from './dot-ground.tsx';
import { FarCanvas } from './far/far-canvas.tsx';
import { ActiveStandIn } from './far/active-stand-in.tsx';
import { OverviewMap } from './far/overview-map.tsx';
import { useFarContent } from './far/use-far-content.ts';
import { useFarDrag } from './far/use-far-drag.ts';
import { useFarPointer } from './far/use-far-pointer.ts';
import { EmptyHint } from './empty-hint.tsx';
import { FailureBanner } from './failure-banner.tsx';
import { breakUnderPointer } from './break-clicks.ts';
import { Ghosts } from './ghosts.tsx';
import { HandLayer } from './hand-layer.tsx';
import { hideHint } from './hint.ts';
import { useInteraction } from './interaction.ts';
import { toItemId } from './item-state.ts';
import { LinkEdgeView } from './link-edge.tsx';
import { pressLinkTool } from './link-gesture.ts';
import { LinkLine } from './link-line.tsx';
import { MembersPanel } from './members/members-panel.tsx';
import { OverlayLegend } from './overlay/overlay-legend.tsx';
import { RouteCard } from './route/route-card.tsx';
import { useRouteHover } from './route/use-route-hover.ts';
import { DragNote, HintCard, LinkReason, LiveRegion } from './overlays.tsx';
import type { LinkEdge } from './project-edges.ts';
import { RackNodeView } from './rack-node.tsx';
import { UnitNodeView } from './unit-node.tsx';
import { useCalmZoom } from './use-calm-zoom.ts';
import { useCanvasItems } from './use-canvas-items.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useLineHand } from './use-line-hand.ts';
import { useLinkPan } from './use-link-pan.ts';
import { useMovingMark } from './use-moving-mark.ts';
import { useNodeMoves } from './use-node-moves.ts';
import { usePartDrop } from './use-part-drop.ts';
import { useSelection } from './use-selection.ts';
import { useFigureHover } from './use-figure-hover.ts';
import { useItemMenu } from './use-item-menu.ts';
import { useViewport } from './use-viewport.ts';

const nodeTypes = { device: DeviceNodeView, rack: RackNodeView, unit: UnitNodeView };
const edgeTypes = { link: LinkEdgeView };
/** As racks, which come later and so lie over them; what stands in racks is 1. */
const underRacks = { zIndex: 0 };
/** Screen px. A hand is never quite still: what is less than a drag is a click. */
const DRAG_THRESHOLD = 4;
const addKeys = ['Shift', 'Control', 'Meta'];
const middleButton = [1];
const leftAndMiddleButton = [0, 1];
const snapGrid: [number, number] = [GRID, GRID];
// The same elements in every frame of a drag, so that React leaves them alone.
const cards = (
  <>
    <OverlayLegend />
    <MembersPanel />
    <RouteCard />
  </>
);
const below = (
  <>
    <FailureBanner />
    <HintCard />
    <DragNote />
    <LinkReason />
    <Choice />
    <LiveRegion />
  </>
);

export function CanvasSurface() {
  const items = useCanvasItems();
  const { layout, sight, nodes, edges } = items;
  const { boxes } = layout;
  const farContent = useFarContent(items);
  const moves = useNodeMoves(boxes);
  const selection = useSelection();
  const far = useFarPointer(farContent, boxes);
  const farDrag = useFarDrag(farContent, layout, moves.mover, far.onPaneClick);
  const { onSelectNodes, onSelectEdges } = selection;
  const drop = usePartDrop(far.hitAt);
  const menu = useItemMenu(boxes, far.hitAt);
  const { tellViewport, fitAll } = useViewport(boxes);
  const keys = useCanvasKeys(boxes, moves.cancelMove);
  useLinkPan();
  useMovingMark();
  const detail = useCalmZoom(chooseDetail);
  const enlargement = useCalmZoom(chooseEnlargement);
  const tool = useInteraction((state) => state.tool);
  const isLinking = useInteraction((state) => state.linking !== null);
  const isKeyboardLeading = useInteraction((state) => state.isKeyboardLeading);
  const showsCut = useViewStore((state) => state.shownCut !== null);
  const showsRoute = useRoute((state) => state.route !== null);
  const onPointerOver = useRouteHover();
  const figures = useFigureHover();
  const lines = useLineHand();
  const active = useInteraction((state) => (state.isKeyboardLeading ? state.active : null));
  const [isMapOpen, setMapOpen] = useState(false);
  const toggleMap = useCallback(() => setMapOpen((isOpen) => !isOpen), []);

  const { onMoveNodes } = moves;
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      onMoveNodes(changes);
      onSelectNodes(changes);
    },
    [onMoveNodes, onSelectNodes],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<LinkEdge>[]) => onSelectEdges(changes), [onSelectEdges]);

  return (
    <div className="cv-frame">
      <div className="cv-stage" onContextMenuCapture={menu.onContextMenuCapture}>
        <ContextMenu className="cv-menu-area" entries={menu.listEntries}>
          {/* biome-ignore lint/a11y: an application widget with its own keys */}
          <div
            className="cv-root"
            data-testid="canvas"
            data-far={detail === 'far' || undefined}
            data-detail={detail}
            style={{ '--enlargement': enlargement } as CSSProperties}
            data-sight={sight.isFar ? 'far' : 'near'}
            data-kept={sight.kept ? true : undefined}
            data-tool={tool}
            data-linking={isLinking || undefined}
            data-shows-cut={showsCut || undefined}
            data-shows-route={showsRoute || undefined}
            data-keys={isKeyboardLeading || undefined}
            // oxlint-disable-next-line no-noninteractive-tabindex
            tabIndex={0}
            role="application"
            aria-label="Topology canvas"
            aria-describedby="canvas-keys"
            aria-activedescendant={active === null ? undefined : toItemId(active)}
            onKeyDown={(event) => {
              if (!far.onKeyDown(event)) keys.onKeyDown(event);
            }}
            onPointerMove={(event) => {
              far.onPointerMove(event);
              lines.onPointerMove(event);
              figures.onPointerMove(event);
            }}
            onPointerOut={lines.onPointerOut}
            onPointerLeave={figures.leave}
            onWheel={() => {
              figures.leave();
              lines.leave();
            }}
            onDoubleClick={far.onDoubleClick}
            onFocus={keys.onFocus}
            onClickCapture={(event) => {
              breakUnderPointer(event);
              lines.onClickCapture(event);
            }}
            onPointerOver={onPointerOver}
            onPointerDownCapture={(event) => {
              figures.leave();
              keys.onPointerDownCapture(event);
              pressLinkTool(event);
              selection.onPointerDownCapture(event);
              far.onPointerDownCapture(event);
              farDrag.onPointerDownCapture(event);
            }}
            {...drop}
          >
            <FarCanvas content={farContent} />
            <ActiveStandIn active={active} design={items.design} index={items.index} mounted={items.mounted.shown} />
            <ReactFlow<CanvasNode, LinkEdge>
              nodes={nodes}
              edges={edges}
              nodeTypes={nodeTypes}
              edgeTypes={edgeTypes}
              defaultEdgeOptions={underRacks}
              zIndexMode="manual"
              onNodesChange={onNodesChange}
              onEdgesChange={onEdgesChange}
              onNodeDragStart={moves.onNodeDragStart}
              onNodeDrag={moves.onNodeDrag}
              onNodeDragStop={moves.onNodeDragStop}
              onNodeClick={selection.onNodeClick}
              onPaneClick={far.onPaneClick}
              onSelectionStart={selection.onSelectionStart}
              onSelectionEnd={(event) => {
                selection.onSelectionEnd();
                far.onMarqueeEnd(event);
              }}
              onMoveStart={hideHint}
              onMoveEnd={tellViewport}
              connectionMode={ConnectionMode.Loose}
              nodesConnectable={false}
              nodesFocusable={false}
              edgesFocusable={false}
              disableKeyboardA11y
              deleteKeyCode={null}
              selectionKeyCode={null}
              multiSelectionKeyCode={addKeys}
              panActivationKeyCode="Space"
              selectionOnDrag={tool === 'select'}
              selectionMode={SelectionMode.Partial}
              panOnDrag={tool === 'pan' ? leftAndMiddleButton : middleButton}
              panOnScroll
              zoomOnPinch
              zoomOnDoubleClick={false}
              minZoom={0.01}
              maxZoom={3}
              nodeDragThreshold={DRAG_THRESHOLD}
              nodeClickDistance={DRAG_THRESHOLD}
              paneClickDistance={3}
              snapToGrid
              snapGrid={snapGrid}
              elevateNodesOnSelect={false}
              elevateEdgesOnSelect={false}
            >
              <DotGround />
              <LinkLine nodes={nodes} boxes={boxes} />
              <Ghosts />
              <HandLayer />
            </ReactFlow>
            {isMapOpen && <OverviewMap content={farContent} />}
            {boxes.size === 0 && <EmptyHint />}
          </div>
        </ContextMenu>
        <CanvasToolbar isMapOpen={isMapOpen} onToggleMap={toggleMap} onFit={fitAll} />
        {cards}
      </div>
      {below}
      <p id="canvas-keys" className="ui-visually-hidden">
        Arrow keys move between neighbouring devices and racks, full stop and comma between the links of a device. Alt
        with arrow keys moves what is selected. L draws a link from the selected device or tile: go to the other one and
        press Enter. From afar, where only tiles show, Enter goes to the active one. F2 renames. Home goes to the first
        item. Escape leaves what is under way, then clears the selection.
      </p>
    </div>
  );
}
