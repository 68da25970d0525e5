/** The racks side by side, section by section. Only those in sight are drawn, so that there may be any number of them. */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
  type WheelEvent,
} from 'react';
import { nameRack } from '#core/design/floor-plan.ts';
import { findTopUnit } from '#core/netlist/rack-elevation.ts';
import type { RackOrder } from '#core/netlist/rack-order.ts';
import { selectDesign, useCatalog, useDesignStore } from '../../store/design-store.ts';
import { addressRack, useRackOrder, useRackPlan } from '../../store/rack-elevations.ts';
import { noteFocus, UNIT_STEPS_PX, useRacksStore } from '../../store/racks-store.ts';
import { RackColumn } from './rack-column.tsx';
import { choose, useRackKeys } from './use-rack-keys.ts';
import { findDevice, findNumber, listDevices } from './rack-hit.ts';
import { select, viewStore } from '../../store/view-store.ts';
import { formatCount } from '../../ui/format.ts';
import { usePartDrop } from './use-part-drop.ts';
import { rackPlan } from '../../store/rack-elevations.ts';
import { Explained } from '../explained.tsx';
import { explainTally } from '#core/analysis/explain/explain-tally.ts';
import type { ExplainSource } from '../../store/explain-store.ts';

const COLUMN_PX = 224;
const SECTION_GAP_PX = 24;
const PADDING_PX = 12;
/** Section titles, heads of racks, and the floor line. */
const CHROME_PX = 138;

interface RackScrollerProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onPressDevice: (event: PointerEvent) => void;
  readonly endsDrag: () => boolean;
}

/** Place of the first rack of a section, and the gap before it. */
function findSections({ sections }: RackOrder): ReadonlyMap<number, number> {
  return new Map(sections.map((section, index) => [section.start, index]));
}

/** The largest height of a unit at which the tallest rack is seen whole, within what can be read. */
function useUnitPx(scroller: RefObject<HTMLElement | null>, topUnit: number): number {
  const chosen = useRacksStore((state) => state.unitPx);
  const [roomPx, setRoomPx] = useState(600);
  useEffect(() => {
    const { current } = scroller;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => setRoomPx(entry?.contentRect.height ?? 0));
    observer.observe(current);
    return () => observer.disconnect();
  }, [scroller]);
  const least = UNIT_STEPS_PX[0] as number;
  const most = UNIT_STEPS_PX.at(-1) as number;
  return chosen ?? Math.min(most, Math.max(least, Math.floor((roomPx - CHROME_PX) / topUnit)));
}

/** A click chooses a device or a rack; with Shift all devices between it and the last chosen one of its rack. */
function onClick(event: MouseEvent): void {
  const element = event.target instanceof Element ? event.target : null;
  const number = findNumber(element);
  if (!element?.closest('[data-key]') || number === null) return;
  const device = findDevice(element)?.device;
  const isAdding = event.ctrlKey || event.metaKey;
  if (!device || !event.shiftKey) {
    choose(number, device, isAdding);
    return;
  }
  const devices = listDevices(rackPlan(), number);
  const last = viewStore.getState().selection.findLast((ref) => ref.kind === 'device');
  const from = devices.findIndex(({ deviceId, member }) => deviceId === last?.id && member === last.member);
  const to = devices.indexOf(device);
  const [low, high] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  select(devices.slice(low, high + 1).map(({ deviceId, member }) => ({ kind: 'device', id: deviceId, member })));
}

/** Which racks are in sight, and bringing others there. */
function useRackLine(scroller: RefObject<HTMLDivElement | null>, order: RackOrder) {
  const reveal = useRacksStore((state) => state.reveal);
  const revealed = useRef(0);
  const sectionAt = useMemo(() => findSections(order), [order]);
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: order.racks.length,
    getScrollElement: () => scroller.current,
    estimateSize: (place) => COLUMN_PX + ((sectionAt.get(place) ?? 0) > 0 ? SECTION_GAP_PX : 0),
    paddingStart: PADDING_PX,
    paddingEnd: PADDING_PX,
    scrollPaddingStart: PADDING_PX,
    scrollPaddingEnd: PADDING_PX,
    overscan: 2,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, sectionAt]);
  useEffect(() => {
    if (!reveal || reveal.serial === revealed.current) return;
    revealed.current = reveal.serial;
    virtualizer.scrollToIndex(order.placeOf[reveal.rack] ?? 0);
  }, [virtualizer, reveal, order]);
  return { virtualizer, sectionAt };
}

/** A wheel that only turns one way walks along the racks when they are seen whole. */
function onWheel({ currentTarget, deltaX, deltaY }: WheelEvent<HTMLElement>): void {
  if (deltaX === 0 && currentTarget.scrollHeight <= currentTarget.clientHeight)
    currentTarget.scrollBy({ left: deltaY });
}

function onFocus({ target }: FocusEvent): void {
  const number = findNumber(target);
  const key = target.closest<HTMLElement>('[data-key]')?.dataset['key'];
  if (number !== null && key !== undefined) noteFocus(number, key);
}

export function RackScroller({ scroller, onPressDevice, endsDrag }: RackScrollerProps): ReactElement {
  const design = useDesignStore(selectDesign);
  const catalog = useCatalog();
  const plan = useRackPlan();
  const order = useRackOrder();
  const face = useRacksStore((state) => state.face);
  const cursor = useRacksStore((state) => state.cursor);
  const onKeyDown = useRackKeys();
  const partDrop = usePartDrop();
  const topUnit = useMemo(() => findTopUnit(design, catalog), [design, catalog]);
  const unitPx = useUnitPx(scroller, topUnit);
  const { virtualizer, sectionAt } = useRackLine(scroller, order);

  // Racks are filled from the floor up: that end is in sight when they are taller than the view.
  useEffect(() => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [scroller, unitPx]);

  const items = virtualizer.getVirtualItems();
  const isCursorDrawn = cursor !== null && items.some(({ index }) => order.racks[index] === cursor.rack);
  return (
    <div
      ref={scroller}
      className="racks__scroller"
      role="group"
      aria-label="Racks: arrow keys walk devices and racks, Enter takes a device up to move it"
      onPointerDown={onPressDevice}
      onClick={(event) => {
        if (!endsDrag()) onClick(event);
      }}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onWheel={onWheel}
      {...partDrop}
    >
      <div
        className="racks__line"
        style={{ width: virtualizer.getTotalSize(), height: topUnit * unitPx + CHROME_PX - 12 }}
      >
        <Sections order={order} first={items[0]?.index ?? 0} last={items.at(-1)?.index ?? 0} />
        {items.map((item, at) => {
          const number = order.racks[item.index] as number;
          const { rack, index } = addressRack(plan, number);
          const gap = (sectionAt.get(item.index) ?? 0) > 0 ? SECTION_GAP_PX : 0;
          return (
            <div key={number} className="racks__place" style={{ left: item.start + gap, width: COLUMN_PX }}>
              <RackColumn
                rack={rack}
                index={index}
                number={number}
                name={nameRack(plan, number)}
                face={face}
                unitPx={unitPx}
                isFirst={!isCursorDrawn && at === 0}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** A group beside rows of the floor holds those of its racks that stand in none. */
function chooseSource({ kind, id, name, note, count }: RackOrder['sections'][number]): ExplainSource {
  if (kind === 'row') return `sum/racks/row/${id}`;
  if (note === '') return `rack/count/${id}`;
  const refs = [{ kind: 'rack' as const, id }];
  const terms = [{ name: note, count, refs }];
  return () => explainTally({ title: `Racks of ${name}`, unit: 'racks', terms });
}

/** Titles of the sections in sight; each stays in sight while any of its racks is. */
function Sections(props: { readonly order: RackOrder; readonly first: number; readonly last: number }): ReactElement {
  const { sections } = props.order;
  return (
    <>
      {sections.map((section, index) => {
        if (section.start > props.last || section.start + section.count <= props.first) return null;
        const left = PADDING_PX + section.start * COLUMN_PX + index * SECTION_GAP_PX;
        return (
          <div
            key={`${section.kind} ${section.id}`}
            className="racks__section"
            style={{ left, width: section.count * COLUMN_PX - PADDING_PX }}
          >
            <h3>
              {section.name}
              <span>
                {section.note === '' ? '' : `${section.note} \u00b7 `}
                <Explained
                  source={chooseSource(section)}
                  figure={`Racks of ${section.name}`}
                  text={formatCount(section.count, 'rack')}
                />
              </span>
            </h3>
          </div>
        );
      })}
    </>
  );
}
