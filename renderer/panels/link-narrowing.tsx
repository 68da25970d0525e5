/** What few links need: pods of their own size, a run of a group's members, named ports. Empty fields mean all of it. */
import type { ReactElement } from 'react';
import type { Device, Link } from '#core/design/design.ts';
import { getMemberRun } from '#core/design/member-run.ts';
import { findRecord } from '#core/design/records.ts';
import type { LinkPatch } from '#core/edit/command.ts';
import { dispatch, selectDesign, useDesignStore } from '../store/design-store.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import './link-narrowing.css';

interface EndProps {
  readonly link: Link;
  readonly side: 'a' | 'b';
  readonly device: Device;
}

function edit(id: string, patch: LinkPatch): void {
  dispatch({ name: 'editLink', args: { id, patch } });
}

/** What is set, for a look from outside. */
function describeSet({ a, b, podSizes }: Link): string {
  return [podSizes ? 'pods' : null, (a.members ?? b.members) ? 'members' : null, (a.ports ?? b.ports) ? 'ports' : null]
    .filter(Boolean)
    .join(', ');
}

export function LinkNarrowing({ link }: { readonly link: Link }): ReactElement | null {
  const design = useDesignStore(selectDesign);
  const a = findRecord(design.devices, link.a.deviceId);
  const b = findRecord(design.devices, link.b.deviceId);
  if (!a || !b) return null;
  const note = describeSet(link);
  return (
    <Disclosure title="Pods, members, ports" {...(note === '' ? {} : { note })}>
      <PodSizes link={link} a={a} b={b} />
      <MemberRange link={link} side="a" device={a} />
      <MemberRange link={link} side="b" device={b} />
      <PortChoice link={link} side="a" device={a} />
      <PortChoice link={link} side="b" device={b} />
    </Disclosure>
  );
}

interface PodSizesProps {
  readonly link: Link;
  readonly a: Device;
  readonly b: Device;
}

/** One size cannot stand without the other: the one that is not typed starts from its device. */
function PodSizes({ link, a, b }: PodSizesProps): ReactElement {
  const sizes = link.podSizes ?? { a: a.membersPerPod ?? a.count, b: b.membersPerPod ?? b.count };
  return (
    <Field label="Pods of A, of B">
      {(id) => (
        <div className="link-narrowing__pair">
          {(['a', 'b'] as const).map((side) => (
            <NumberField
              key={side}
              {...(side === 'a' ? { id } : {})}
              label={`Pod size of ${side.toUpperCase()} for this link`}
              value={link.podSizes?.[side] ?? null}
              min={1}
              placeholder={String(sizes[side])}
              onCommit={(size) => edit(link.id, { podSizes: { ...sizes, [side]: Math.round(size) } })}
              onClear={() => edit(link.id, { podSizes: null })}
            />
          ))}
        </div>
      )}
    </Field>
  );
}

/** Counted from 1, as members are named. */
function MemberRange({ link, side, device }: EndProps): ReactElement {
  const { members } = link[side];
  const run = getMemberRun(link[side], device);
  const first = run.first + 1;
  const last = run.first + run.count;
  const set = (from: number, to: number): void =>
    edit(link.id, { members: { [side]: { first: from - 1, count: Math.max(1, to - from + 1) } } });
  const clear = (): void => edit(link.id, { members: { [side]: null } });
  const name = side.toUpperCase();
  return (
    <Field label={`Members of ${name}`}>
      {(id) => (
        <div className="link-narrowing__pair">
          <NumberField
            id={id}
            label={`First member of ${name}`}
            value={members ? first : null}
            min={1}
            max={device.count}
            placeholder="1"
            onCommit={(from) => set(Math.round(from), Math.max(last, Math.round(from)))}
            onClear={clear}
          />
          <NumberField
            label={`Last member of ${name}`}
            value={members ? last : null}
            min={1}
            max={device.count}
            placeholder={String(device.count)}
            onCommit={(to) => set(Math.min(first, Math.round(to)), Math.round(to))}
            onClear={clear}
          />
        </div>
      )}
    </Field>
  );
}

/** Counted from 1; the second figure takes every so many-th port from there on. */
function PortChoice({ link, side }: EndProps): ReactElement {
  const { ports } = link[side];
  const { first, step } = ports ?? { first: 0, step: 1 };
  const set = (next: { first: number; step: number }): void => edit(link.id, { ports: { [side]: next } });
  const clear = (): void => edit(link.id, { ports: { [side]: null } });
  const name = side.toUpperCase();
  return (
    <Field label={`Ports of ${name}`}>
      {(id) => (
        <div className="link-narrowing__pair">
          <NumberField
            id={id}
            label={`First port of ${name}`}
            value={ports ? first + 1 : null}
            min={1}
            placeholder="next free"
            onCommit={(from) => set({ first: Math.round(from) - 1, step })}
            onClear={clear}
          />
          <NumberField
            label={`Step between ports of ${name}`}
            value={ports ? step : null}
            min={1}
            placeholder="1"
            unit="step"
            onCommit={(next) => set({ first, step: Math.round(next) })}
            onClear={clear}
          />
        </div>
      )}
    </Field>
  );
}
