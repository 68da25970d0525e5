/** The floor: rooms, rows and racks as they stand, with what runs over, feeds and cools them. */
import { Grid3x3, Sparkles, Warehouse } from 'lucide-react';
import type { ReactElement } from 'react';
import { setFloor, useFloorStore } from '../../store/floor-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AddRoomDialog } from './add-room-dialog.tsx';
import { AddRowsDialog } from './add-rows-dialog.tsx';
import { AutoPlacePanel } from './auto-place-panel.tsx';
import { FloorLegend } from './floor-legend.tsx';
import { FloorSurface } from './floor-surface.tsx';
import { FloorToolbar } from './floor-toolbar.tsx';
import { RackShelf } from './rack-shelf.tsx';
import { useFloorScene } from './use-floor-scene.ts';
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
  return (
    <div className="fl-view" data-testid="floor-view">
      {isEmpty ? null : <FloorToolbar onPrint={() => window.print()} />}
      <div className="fl-body">
        <div className="fl-stage">
          {isEmpty ? (
            <EmptyFloor />
          ) : (
            <>
              <FloorSurface scene={scene} />
              <FloorLegend colours={scene.colours} layers={scene.layers} />
            </>
          )}
        </div>
        {aside === 'shelf' && !isEmpty ? <RackShelf scene={scene} /> : null}
        {aside === 'auto-place' ? <AutoPlacePanel /> : null}
      </div>
      {dialog === 'add-rows' ? <AddRowsDialog onClose={closeDialog} /> : null}
      {dialog === 'add-room' ? <AddRoomDialog onClose={closeDialog} /> : null}
    </div>
  );
}
