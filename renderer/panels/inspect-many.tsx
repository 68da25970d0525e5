/** Several objects at once: what they are, and the fields they share. Every change is one undo step. */
import { Trash2 } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design, Device, DeviceRole, Link } from '#core/design/design.ts';
import { findLinkSite, listCommonSpeeds } from '#core/edit/link-rules.ts';
import { runAction } from '../store/action-registry.ts';
import { createGestureId, dispatch, selectDesign, useCatalog, useDesignStore } from '../store/design-store.ts';
import { select } from '../store/view-store.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { formatCount, formatSpeed } from '../ui/format.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Section } from '../ui/section.tsx';
import { Select } from '../ui/select.tsx';
import { ROLE_OPTIONS } from './labels.ts';
import { MediumSelect } from './medium-select.tsx';
import { ManyRacks } from './physical/many-racks.tsx';
import { ManyRows } from './physical/many-rows.tsx';
import { findShared } from './shared-value.ts';

const KINDS: readonly { readonly kind: ObjectRef['kind']; readonly one: string; readonly many: string }[] = [
  { kind: 'rack', one: 'rack', many: 'racks' },
  { kind: 'device', one: 'device', many: 'devices' },
  { kind: 'link', one: 'link', many: 'links' },
  { kind: 'fabric', one: 'fabric', many: 'fabrics' },
  { kind: 'room', one: 'room', many: 'rooms' },
  { kind: 'row', one: 'row', many: 'rows' },
  { kind: 'feed', one: 'feed', many: 'feeds' },
  { kind: 'zone', one: 'cooling zone', many: 'cooling zones' },
  { kind: 'cdu', one: 'group of coolant units', many: 'groups of coolant units' },
];

/** Members of one group count once: what is edited is the group. */
function pickRecords<R>(refs: readonly ObjectRef[], kind: ObjectRef['kind'], table: Readonly<Record<string, R>>): R[] {
  const ids = new Set(refs.filter((ref) => ref.kind === kind).map((ref) => ref.id));
  return [...ids].flatMap((id) => (table[id] ? [table[id] as R] : []));
}

export function InspectMany({ refs }: { readonly refs: readonly ObjectRef[] }): ReactElement {
  const design = useDesignStore(selectDesign);
  const links = useMemo(() => pickRecords(refs, 'link', design.links), [refs, design.links]);
  const devices = useMemo(() => pickRecords(refs, 'device', design.devices), [refs, design.devices]);
  const racks = useMemo(() => pickRecords(refs, 'rack', design.racks), [refs, design.racks]);
  const rows = useMemo(() => pickRecords(refs, 'row', design.rows ?? {}), [refs, design.rows]);
  const counts = KINDS.map((entry) => ({ ...entry, count: refs.filter((ref) => ref.kind === entry.kind).length }));
  const present = counts.filter((entry) => entry.count > 0);
  return (
    <>
      <header className="inspector__head">
        <div className="inspector__kind">Selection</div>
        <p className="inspector__title">{formatCount(refs.length, 'object')} selected</p>
        <div className="inspector__buttons">
          {present.length > 1
            ? present.map(({ kind, one, many, count }) => (
                <Button key={kind} onClick={() => select(refs.filter((ref) => ref.kind === kind))}>
                  Only {formatCount(count, one, many)}
                </Button>
              ))
            : null}
          <Button onClick={() => runAction('delete')}>
            {refs.every(({ kind, member }) => kind === 'device' && member !== undefined) ? (
              'Take out of the racks'
            ) : (
              <>
                <Trash2 size={14} /> Delete all
              </>
            )}
          </Button>
        </div>
      </header>
      {links.length > 0 ? <ManyLinks design={design} links={links} /> : null}
      {devices.length > 0 ? <ManyDevices devices={devices} /> : null}
      {racks.length > 0 ? <ManyRacks racks={racks} /> : null}
      {rows.length > 0 ? <ManyRows rows={rows} /> : null}
    </>
  );
}

function ManyLinks({ design, links }: { readonly design: Design; readonly links: readonly Link[] }): ReactElement {
  const catalog = useCatalog();
  const speeds = useMemo(() => {
    const lists = links.map((link) => {
      const a = findLinkSite(design, catalog, link.a);
      const b = findLinkSite(design, catalog, link.b);
      return a.ok && b.ok ? listCommonSpeeds(a.value.block, b.value.block) : [];
    });
    return (lists[0] ?? []).filter((speed) => lists.every((list) => list.includes(speed)));
  }, [design, catalog, links]);
  const editAll = (patch: Partial<Pick<Link, 'lengthM' | 'speedGbps'>>): void => {
    const gestureId = createGestureId();
    for (const link of links) dispatch({ name: 'editLink', args: { id: link.id, patch } }, gestureId);
  };
  const speed = findShared(links, (link) => link.speedGbps);
  return (
    <Section title={formatCount(links.length, 'link')}>
      <Field label="Medium">
        {(id) => (
          <MediumSelect
            id={id}
            design={design}
            catalog={catalog}
            links={links}
            onChange={(medium) =>
              dispatch({ name: 'setLinkMedium', args: { ids: links.map((link) => link.id), medium } })
            }
          />
        )}
      </Field>
      <Field label="Speed" hint={speeds.length === 0 ? 'These links share no speed.' : null}>
        {(id) => (
          <Select
            id={id}
            value={speed === null ? null : String(speed)}
            options={speeds.map((value) => ({ value: String(value), label: formatSpeed(value) }))}
            placeholder="Mixed"
            disabled={speeds.length === 0}
            onChange={(value) => editAll({ speedGbps: Number(value) })}
          />
        )}
      </Field>
      <Field label="Run length">
        {(id) => (
          <NumberField
            id={id}
            value={findShared(links, (link) => link.lengthM)}
            min={0.1}
            max={200_000}
            decimals={2}
            unit="m"
            placeholder="mixed"
            onCommit={(lengthM) => editAll({ lengthM })}
          />
        )}
      </Field>
    </Section>
  );
}

function ManyDevices({ devices }: { readonly devices: readonly Device[] }): ReactElement {
  const setCount = (count: number): void => {
    const gestureId = createGestureId();
    for (const { id } of devices)
      dispatch({ name: 'setDeviceCount', args: { id, count: Math.round(count) } }, gestureId);
  };
  const setRole = (role: DeviceRole): void => {
    const gestureId = createGestureId();
    for (const { id } of devices) dispatch({ name: 'editDevice', args: { id, patch: { role } } }, gestureId);
  };
  return (
    <Section title={formatCount(devices.length, 'device')}>
      <Field label="Count of each">
        {(id) => (
          <NumberField
            id={id}
            value={findShared(devices, (device) => device.count)}
            min={1}
            max={1_000_000}
            placeholder="mixed"
            onCommit={setCount}
          />
        )}
      </Field>
      <Field label="Role">
        {(id) => (
          <Select
            id={id}
            value={findShared(devices, (device) => device.role)}
            options={ROLE_OPTIONS}
            placeholder="Mixed"
            onChange={(role) => setRole(role as DeviceRole)}
          />
        )}
      </Field>
    </Section>
  );
}
