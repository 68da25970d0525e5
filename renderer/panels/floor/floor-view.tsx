/** The floor: rooms, rows and racks as they stand, with what runs over, feeds and cools them. */
import { Grid3x3, Sparkles, Warehouse } from 'lucide-react';
import { type ReactElement, useCallback, useState } from 'react';
import { setFloor, useFloorStore } from '../../store/floor-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AddRoomDialog } from './add-room-dialog.tsx';
import { AddRowsDialog } from './add-rows-dialog.tsx';
import { AutoPlacePanel } from './auto-place-panel.tsx';
import { FloorAssign } from './floor-assign.tsx';
import { FloorLegend } from './floor-legend.tsx';
import { RunFigures, useRunsOfSelection } from './floor-runs.tsx';
import { FloorSheet } from './floor-sheet.tsx';
import { FloorSurface } from './floor-surface.tsx';
import { FloorToolbar } from './floor-toolbar.tsx';
import { RackShelf } from './rack-shelf.tsx';
import { RoomSection } from './room-section.tsx';
import { useFloorScene } from './use-floor-scene.ts';
import './floor-aside.css';
import './floor-view.css';

function closeDialog(): void {
  setFloor({ dialog: null });
}

function EmptyFloor(): ReactElement {
  return (
    <div className="fl-empty">
      <EmptyState icon={<Warehouse size={22} aria-hidden />} title="Racks stand nowhere yet">
        On the floor, racks stand in rows, and the length of every cable is measured over the trays. Let the program
        place them so that cables stay short, or lay out rows by rule and place them yourself.
      </EmptyState>
      <div className="fl-empty__actions">
        <Button onClick={() => setFloor({ dialog: 'add-rows' })}>
          <Grid3x3 size={14} aria-hidden /> Add rows
        </Button>
        <Button tone="primary" onClick={() => setFloor({ aside: 'auto-place' })}>
          <Sparkles size={14} aria-hidden /> Lay out automatically
        </Button>
      </div>
    </div>
  );
}

export function FloorView(): ReactElement {
  const scene = useFloorScene();
  const dialog = useFloorStore((state) => state.dialog);
  const aside = useFloorStore((state) => state.aside);
  const isEmpty = scene.plan.rooms.length === 0;
  const [isPrinting, setPrinting] = useState(false);
  const stopPrinting = useCallback(() => setPrinting(false), []);
  useRunsOfSelection();
  return (
    <div className="fl-view" data-testid="floor-view">
      {isEmpty ? null : <FloorToolbar onPrint={() => setPrinting(true)} />}
      <div className="fl-body">
        <div className="fl-stage">
          {isEmpty ? <EmptyFloor /> : <FloorSurface scene={scene} />}
          {scene.isProposal ? (
            <div className="fl-banner" data-floats role="status">
              A proposal: nothing is changed until it is applied.
            </div>
          ) : null}
          {isEmpty || aside !== null ? null : (
            <div className="fl-legend--over" data-floats>
              <FloorLegend
                colours={scene.colours}
                layers={scene.layers}
                trayReport={scene.trayReport}
                hasZones={scene.zones.length > 0}
              />
            </div>
          )}
        </div>
        {aside === null || (isEmpty && aside === 'shelf') ? null : (
          // A column that scrolls takes the focus, so that the keyboard can scroll it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className="fl-aside" tabIndex={0} role="group" aria-label="Floor figures and tools">
            {aside === 'auto-place' ? <AutoPlacePanel /> : <RackShelf scene={scene} />}
            {scene.isProposal ? null : <FloorAssign />}
            <RunFigures />
            {scene.isProposal ? null : <RoomSection />}
            {isEmpty ? null : (
              <FloorLegend
                colours={scene.colours}
                layers={scene.layers}
                trayReport={scene.trayReport}
                hasZones={scene.zones.length > 0}
              />
            )}
          </div>
        )}
      </div>
      {isPrinting ? <FloorSheet scene={scene} onDone={stopPrinting} /> : null}
      {dialog === 'add-rows' ? <AddRowsDialog onClose={closeDialog} /> : null}
      {dialog === 'add-room' ? <AddRoomDialog onClose={closeDialog} /> : null}
    </div>
  );
}
