/** What feeds and cools the selection: rows into a cooling zone, PDUs of rack groups onto feeds. */
import type { ReactElement } from 'react';
import type { Design, Rack } from '#core/design/design.ts';
import { createId } from '#core/edit/ids.ts';
import { createGestureId, design, dispatch, selectDesign, useDesignStore } from '../../store/design-store.ts';
import { useViewStore } from '../../store/view-store.ts';
import { Field } from '../../ui/field.tsx';
import { formatCount } from '../../ui/format.ts';
import { Select } from '../../ui/select.tsx';

const NONE = ' none';
const NEW = ' new';
const MIXED = ' mixed';

/** `Zone 3`, `Feed C`: the first name of the kind that nobody has. */
function chooseName(prefix: string, taken: readonly string[], label: (index: number) => string): string {
  let index = 0;
  while (taken.includes(`${prefix} ${label(index)}`)) index += 1;
  return `${prefix} ${label(index)}`;
}

function assignZone(rowIds: readonly string[], choice: string): void {
  const zones = design().coolingZones ?? {};
  if (choice === NEW) {
    const name = chooseName(
      'Zone',
      Object.values(zones).map((zone) => zone.name),
      (index) => String(index + 1),
    );
    const zone = { id: createId('zone', zones), name, rowIds: [...rowIds], airCapacityKw: null };
    dispatch({ name: 'addCoolingZone', args: { zone } });
    return;
  }
  const gestureId = createGestureId();
  if (choice === NONE) {
    for (const zone of Object.values(zones)) {
      const left = zone.rowIds.filter((id) => !rowIds.includes(id));
      if (left.length < zone.rowIds.length) {
        dispatch({ name: 'editCoolingZone', args: { id: zone.id, patch: { rowIds: left } } }, gestureId);
      }
    }
    return;
  }
  const zone = zones[choice];
  if (!zone) return;
  const joined = [...new Set([...zone.rowIds, ...rowIds])];
  dispatch({ name: 'editCoolingZone', args: { id: zone.id, patch: { rowIds: joined } } }, gestureId);
}

function ZoneField({
  current,
  rowIds,
}: {
  readonly current: Design;
  readonly rowIds: readonly string[];
}): ReactElement {
  const zones = Object.values(current.coolingZones ?? {});
  const held = new Set(rowIds.map((id) => zones.find((zone) => zone.rowIds.includes(id))?.id ?? NONE));
  const [only] = held;
  return (
    <Field label="Cooling zone" hint={`Of ${formatCount(rowIds.length, 'selected row')}`}>
      {(id) => (
        <Select
          id={id}
          value={held.size === 1 ? (only ?? NONE) : null}
          placeholder="differs"
          options={[
            { value: NONE, label: 'none' },
            ...zones.map((zone) => ({ value: zone.id, label: zone.name })),
            { value: NEW, label: 'A new zone' },
          ]}
          onChange={(choice) => assignZone(rowIds, choice)}
          testId="floor-zone"
        />
      )}
    </Field>
  );
}

type Pdus = Rack['pdus'];

/** PDUs dealt over feeds in turn, as equal as their number allows; none = which feed is not said. */
function dealPdus(pdus: Pdus, feedIds: readonly string[]): Pdus {
  const byPart = new Map<string, Pdus[number]>();
  for (const pdu of pdus) {
    const known = byPart.get(pdu.partId);
    byPart.set(pdu.partId, { ...pdu, count: (known?.count ?? 0) + pdu.count });
  }
  return [...byPart.values()].flatMap((pdu) => {
    const { feedId: _old, ...plain } = pdu;
    if (feedIds.length === 0) return [plain];
    return feedIds.flatMap((feedId, index) => {
      const count = Math.floor(pdu.count / feedIds.length) + (index < pdu.count % feedIds.length ? 1 : 0);
      return count === 0 ? [] : [{ ...plain, count, feedId }];
    });
  });
}

function readFeeds(rack: Rack): string {
  const ids = new Set(rack.pdus.map((pdu) => pdu.feedId ?? NONE));
  return ids.size === 0 ? NONE : [...ids].toSorted().join('+');
}

function assignFeeds(racks: readonly Rack[], choice: string): void {
  const gestureId = createGestureId();
  let feedIds = choice === NONE ? [] : choice.split('+');
  if (choice === NEW) {
    const feeds = design().feeds ?? {};
    const name = chooseName(
      'Feed',
      Object.values(feeds).map((feed) => feed.name),
      (index) => String.fromCharCode(65 + index),
    );
    const feed = { id: createId('feed', feeds), name, ratedKw: null, derating: 1, isOff: false };
    if (dispatch({ name: 'addFeed', args: { feed } }, gestureId).length > 0) return;
    feedIds = [feed.id];
  }
  for (const rack of racks) {
    dispatch({ name: 'setRackPower', args: { rackIds: [rack.id], pdus: dealPdus(rack.pdus, feedIds) } }, gestureId);
  }
}

function FeedField({ current, racks }: { readonly current: Design; readonly racks: readonly Rack[] }): ReactElement {
  const feeds = Object.values(current.feeds ?? {}).toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  const powered = racks.filter((rack) => rack.pdus.length > 0);
  const names = racks.map((rack) => rack.name).join(', ');
  if (powered.length === 0) {
    return <p className="fl-aside__note">{names}: no PDUs, so no feed. Drop a PDU of the palette on a rack.</p>;
  }
  const held = new Set(powered.map(readFeeds));
  const [only] = held;
  const pairs = feeds.flatMap((a, index) => feeds.slice(index + 1).map((b) => [a, b] as const));
  const options = [
    { value: NONE, label: 'not said' },
    ...feeds.map((feed) => ({ value: feed.id, label: `${feed.name} alone` })),
    ...pairs.map(([a, b]) => ({ value: [a.id, b.id].toSorted().join('+'), label: `${a.name} and ${b.name} in turn` })),
    { value: NEW, label: 'A new feed' },
  ];
  const value = held.size === 1 ? (only ?? NONE) : MIXED;
  return (
    <Field label="Power feed" hint={`Of all racks of ${names}`}>
      {(id) => (
        <Select
          id={id}
          value={options.some((option) => option.value === value) ? value : null}
          placeholder="differs"
          options={options}
          onChange={(choice) => assignFeeds(powered, choice)}
          testId="floor-feed"
        />
      )}
    </Field>
  );
}

/** Nothing while neither rows nor racks are selected. */
export function FloorAssign(): ReactElement | null {
  const current = useDesignStore(selectDesign);
  const selection = useViewStore((state) => state.selection);
  const rowIds = selection.flatMap((ref) => (ref.kind === 'row' ? [ref.id] : []));
  const rackIds = new Set(selection.flatMap((ref) => (ref.kind === 'rack' ? [ref.id] : [])));
  const racks = [...rackIds].flatMap((id) => current.racks[id] ?? []);
  if (rowIds.length === 0 && racks.length === 0) return null;
  return (
    <section className="fl-aside__part" aria-label="Feeds and cooling">
      <h3 className="fl-aside__title">Feeds and cooling</h3>
      <div className="fl-aside__fields">
        {rowIds.length > 0 ? <ZoneField current={current} rowIds={rowIds} /> : null}
        {racks.length > 0 ? <FeedField current={current} racks={racks} /> : null}
      </div>
    </section>
  );
}
