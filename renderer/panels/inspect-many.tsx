/** Several objects at once: what they are, and the fields they share. Every change is one undo step. */
import { Trash2 } from 'lucide-react';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { runAction } from '../store/action-registry.ts';
import { selectDesign, useDesignStore } from '../store/design-store.ts';
import { explainSelection } from '../store/explain-view.ts';
import { useExplainLeading } from '../store/use-explain-trigger.ts';
import { select } from '../store/view-store.ts';
import { Button } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { ArrangeRow } from './arrange-row.tsx';
import { Explained } from './explained.tsx';
import { ManyDevices } from './many-devices.tsx';
import { ManyLinks } from './many-links.tsx';
import { ManyRacks } from './physical/many-racks.tsx';
import { ManyRows } from './physical/many-rows.tsx';

const KINDS: readonly { readonly kind: ObjectRef['kind']; readonly one: string; readonly many: string }[] = [
  { kind: 'rack', one: 'rack', many: 'racks' },
  { kind: 'device', one: 'device', many: 'devices' },
  { kind: 'link', one: 'link', many: 'links' },
  { kind: 'fabric', one: 'fabric', many: 'fabrics' },
  { kind: 'room', one: 'room', many: 'rooms' },
  { kind: 'row', one: 'row', many: 'rows' },
  { kind: 'feed', one: 'feed', many: 'feeds' },
  { kind: 'zone', one: 'cooling zone', many: 'cooling zones' },
  { kind: 'unit', one: 'scalable unit', many: 'scalable units' },
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
        <p className="inspector__title">
          <Explained
            source={() => explainSelection(refs)}
            figure="Selected"
            text={`${formatCount(refs.length, 'object')} selected`}
          />
        </p>
        <div className="inspector__buttons">
          {present.length > 1
            ? present.map(({ kind, one, many, count }) => (
                <OnlyButton key={kind} refs={refs.filter((ref) => ref.kind === kind)}>
                  Only {formatCount(count, one, many)}
                </OnlyButton>
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
      <ArrangeRow refs={refs} />
      {links.length > 0 ? <ManyLinks design={design} links={links} /> : null}
      {devices.length > 0 ? <ManyDevices devices={devices} /> : null}
      {racks.length > 0 ? <ManyRacks racks={racks} /> : null}
      {rows.length > 0 ? <ManyRows rows={rows} /> : null}
    </>
  );
}

/** Narrows the selection to one kind. */
function OnlyButton({
  refs,
  children,
}: {
  readonly refs: readonly ObjectRef[];
  readonly children: ReactNode;
}): ReactElement {
  const trigger = useExplainLeading(() => explainSelection(refs), 'Selected');
  return (
    <Button onClick={() => select(refs)} {...trigger}>
      {children}
    </Button>
  );
}
