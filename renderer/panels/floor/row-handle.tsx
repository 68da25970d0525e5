/** The name of a row at its west end: a press selects the row, a drag moves it and the other selected rows with it. */
import { type PointerEvent, type ReactElement, useRef } from 'react';
import type { FloorPlan, PlanRow } from '#core/design/floor-plan.ts';
import { type FloorCamera, floorStore, setFloor } from '../../store/floor-store.ts';
import { select, toggleSelect } from '../../store/view-store.ts';
import { ZONE_MARGIN_M } from './draw-layers.ts';
import { shiftRows } from './move-racks.ts';

interface RowHandleProps {
  readonly placed: PlanRow;
  readonly plan: FloorPlan;
  readonly index: number;
  readonly camera: FloorCamera;
  readonly selectedRows: ReadonlySet<string>;
  /** Can be selected, but not moved. */
  readonly isFixed: boolean;
}

const DRAG_PX = 4;
/** Rows come to rest on tenths of a metre. */
const SNAP_M = 0.1;

function snap(value: number): number {
  return Math.round(value / SNAP_M) * SNAP_M;
}

export function RowHandle({ placed, plan, index, camera, selectedRows, isFixed }: RowHandleProps): ReactElement {
  const { row, xM, yM } = placed;
  const press = useRef<{ x: number; y: number; rowIds: readonly string[]; hasMoved: boolean } | null>(null);
  const heightPx = row.depthM * camera.scale;

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const ref = { kind: 'row', id: row.id } as const;
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      toggleSelect(ref);
      return;
    }
    if (!selectedRows.has(row.id)) select([ref]);
    if (isFixed) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const rowIds = selectedRows.has(row.id) ? [...selectedRows] : [row.id];
    press.current = { x: event.clientX, y: event.clientY, rowIds, hasMoved: false };
  };
  const measure = (event: PointerEvent<HTMLElement>): { eastM: number; southM: number } | null => {
    const now = press.current;
    if (!now) return null;
    const dx = event.clientX - now.x;
    const dy = event.clientY - now.y;
    if (!now.hasMoved && Math.hypot(dx, dy) < DRAG_PX) return null;
    now.hasMoved = true;
    return { eastM: snap(dx / camera.scale), southM: snap(dy / camera.scale) };
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    const shift = measure(event);
    const rowIds = press.current?.rowIds ?? [];
    press.current = null;
    if (floorStore.getState().draftShift) setFloor({ draftShift: null });
    if (shift) shiftRows(rowIds, shift.eastM, shift.southM);
  };
  return (
    <button
      type="button"
      className="fl-row"
      tabIndex={-1}
      aria-label={`Row ${row.name.replace(/^row /i, '')}, ${countStanding(plan, index)} of ${row.slotCount} positions taken`}
      aria-pressed={selectedRows.has(row.id)}
      data-testid={`floor-row-${row.id}`}
      style={{
        left: (xM - ZONE_MARGIN_M) * camera.scale,
        top: yM * camera.scale,
        height: heightPx,
        fontSize: heightPx < 13 ? 9 : 11,
      }}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        const shift = measure(event);
        if (shift) setFloor({ draftShift: { kind: 'rows', rowIds: press.current?.rowIds ?? [], ...shift } });
      }}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        press.current = null;
        setFloor({ draftShift: null });
      }}
    >
      {row.name}
    </button>
  );
}

function countStanding(plan: FloorPlan, index: number): number {
  const first = plan.rowFirstSlot[index] as number;
  const end = plan.rowFirstSlot[index + 1] as number;
  return plan.slotRack.subarray(first, end).reduce((sum, rack) => sum + (rack < 0 ? 0 : 1), 0);
}
