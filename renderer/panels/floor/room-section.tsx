/** A cut through a room: how high the trays run over the racks. The tray is dragged or moved by arrow keys. */
import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef, useState } from 'react';
import type { Room } from '#core/design/floor.ts';
import { selectDesign, useDesignStore, dispatch } from '../../store/design-store.ts';
import { useViewStore } from '../../store/view-store.ts';
import { formatLength } from '../../ui/format.ts';

const WIDTH = 224;
const HEIGHT = 116;
const FLOOR_Y = 104;
/** Shown above the floor, m. */
const SHOWN_M = 4.2;
const PX_PER_M = 96 / SHOWN_M;
/** A frame of 48 units of 44.45 mm with its plinth. */
const RACK_HEIGHT_M = 2.27;
const STEP_M = 0.05;
const LEAST_M = 0.5;
const MOST_M = 4;

function snap(heightM: number): number {
  const clamped = Math.min(MOST_M, Math.max(LEAST_M, heightM));
  return Math.round(Math.round(clamped / STEP_M) * STEP_M * 100) / 100;
}

function setTrayHeight(room: Room, trayHeightM: number): void {
  if (trayHeightM !== room.trayHeightM) dispatch({ name: 'editRoom', args: { id: room.id, patch: { trayHeightM } } });
}

function Section({ room }: { readonly room: Room }): ReactElement {
  const press = useRef<{ y: number; fromM: number } | null>(null);
  const [draftM, setDraftM] = useState<number | null>(null);
  const shownM = draftM ?? room.trayHeightM;
  const trayY = FLOOR_Y - Math.min(shownM, SHOWN_M) * PX_PER_M;

  const onPointerMove = (event: PointerEvent<SVGElement>): void => {
    const now = press.current;
    if (now) setDraftM(snap(now.fromM - (event.clientY - now.y) / PX_PER_M));
  };
  const finish = (isDone: boolean): void => {
    press.current = null;
    setDraftM(null);
    if (isDone && draftM !== null) setTrayHeight(room, draftM);
  };
  const onKeyDown = (event: KeyboardEvent<SVGElement>): void => {
    const step = event.key === 'ArrowUp' ? STEP_M : event.key === 'ArrowDown' ? -STEP_M : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    setTrayHeight(room, snap(room.trayHeightM + step * (event.shiftKey ? 10 : 1)));
  };
  return (
    <svg className="fl-section" width={WIDTH} height={HEIGHT} role="group" aria-label={`Cut through ${room.name}`}>
      <line x1={0} x2={WIDTH} y1={FLOOR_Y} y2={FLOOR_Y} className="fl-section__floor" />
      {[34, 150].map((x) => (
        <rect
          key={x}
          x={x}
          y={FLOOR_Y - RACK_HEIGHT_M * PX_PER_M}
          width={40}
          height={RACK_HEIGHT_M * PX_PER_M}
          className="fl-section__rack"
        />
      ))}
      <line x1={112} x2={112} y1={trayY + 4} y2={FLOOR_Y} className="fl-section__measure" />
      <text x={116} y={FLOOR_Y - 8} className="fl-section__text">
        {formatLength(shownM)}
      </text>
      <g
        role="slider"
        tabIndex={0}
        aria-label={`Tray height of ${room.name}`}
        aria-orientation="vertical"
        aria-valuemin={LEAST_M}
        aria-valuemax={MOST_M}
        aria-valuenow={shownM}
        aria-valuetext={formatLength(shownM)}
        className="fl-section__tray"
        data-testid={`tray-height-${room.id}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          press.current = { y: event.clientY, fromM: room.trayHeightM };
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => finish(true)}
        onPointerCancel={() => finish(false)}
        onKeyDown={onKeyDown}
      >
        <rect x={20} y={trayY - 12} width={184} height={24} className="fl-section__grip" />
        <path d={`M20 ${trayY - 4}V${trayY + 4}H204V${trayY - 4}`} className="fl-section__line" />
      </g>
    </svg>
  );
}

/** Of the one room that is selected, or that a selected row is in; of the only room otherwise. */
export function RoomSection(): ReactElement | null {
  const design = useDesignStore(selectDesign);
  const selection = useViewStore((state) => state.selection);
  const rooms = design.rooms ?? {};
  const roomIds = new Set(
    selection.flatMap((ref) => {
      if (ref.kind === 'room') return [ref.id];
      const row = ref.kind === 'row' ? design.rows?.[ref.id] : undefined;
      return row ? [row.roomId] : [];
    }),
  );
  const [only] = roomIds.size === 0 ? Object.keys(rooms) : roomIds;
  const room = only === undefined ? undefined : rooms[only];
  if (!room || roomIds.size > 1 || (roomIds.size === 0 && Object.keys(rooms).length > 1)) return null;
  return (
    <section className="fl-aside__part" aria-label="Trays">
      <h3 className="fl-aside__title">Trays of {room.name}</h3>
      <Section room={room} />
      <CrossTrayButtons room={room} />
    </section>
  );
}

function CrossTrayButtons({ room }: { readonly room: Room }): ReactElement {
  const add = (): void => {
    const middleM = Math.round((room.widthM / 2) * 10) / 10;
    const crossTraysM = [...room.crossTraysM, middleM].toSorted((a, b) => a - b);
    dispatch({ name: 'editRoom', args: { id: room.id, patch: { crossTraysM } } });
  };
  return (
    <p className="fl-aside__note">
      {room.crossTraysM.length === 0
        ? 'Trays cross the rows above every position. '
        : `Cross trays at ${room.crossTraysM.map((x) => formatLength(x)).join(', ')} from the west wall: drag their handles, Delete takes one away. `}
      <button type="button" className="fl-link" onClick={add} data-testid={`add-cross-tray-${room.id}`}>
        {room.crossTraysM.length === 0 ? 'Cross at chosen places only' : 'Add one'}
      </button>
    </p>
  );
}
