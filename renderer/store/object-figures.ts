/** Which figures the objects of a drawing have that tell how they are counted, the one most asked for first. */
import { formatCount } from '#core/base/format-count.ts';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { Report } from '#core/analysis/report.ts';
import type { ObjectKind, ObjectRef } from '#core/base/diagnostic.ts';
import type { Design } from '#core/design/design.ts';
import { nameObject } from '#core/edit/names.ts';

type Lister = (ref: ObjectRef, report: Report) => MetricId[];

const LISTERS: Partial<Record<ObjectKind, Lister>> = {
  device: ({ id }, report) => [
    `device/members/${id}`,
    `device/broken/${id}`,
    ...listPortsUsed(report, id),
    `device/max/${id}`,
    `device/typical/${id}`,
    `device/domains/${id}`,
  ],
  rack: ({ id, member }, report) =>
    member === undefined
      ? [
          `rack/count/${id}`,
          `rack/broken/${id}`,
          `sum/fullest/group/${id}`,
          ...listFullestPower(report, id),
          `rack/limit/${id}`,
          `sum/max/group/${id}`,
          `sum/heaviest/group/${id}`,
        ]
      : [
          `sum/max/rack/${member}/${id}`,
          `rack/limit/${id}`,
          `sum/units/rack/${member}/${id}`,
          `sum/weight/rack/${member}/${id}`,
          `sum/air/rack/${member}/${id}`,
          `sum/liquid/rack/${member}/${id}`,
        ],
  unit: ({ id }) => listUnitFigures(id),
  link: ({ id }) => [
    `link/connections/${id}`,
    `link/broken/${id}`,
    `link/cables/${id}`,
    `link/transceivers/${id}`,
    `link/run/${id}`,
  ],
  fabric: ({ id }) => [
    `oversubscription/${id}`,
    `bisection/${id}`,
    `all-to-all/${id}`,
    `paths/${id}`,
    `latency/${id}`,
    `money/fabric/${id}`,
  ],
  feed: ({ id }) => [`feed/max/${id}`, `feed/usable/${id}`, `feed/share/${id}`, `feed/loss/${id}`, `feed/racks/${id}`],
  zone: ({ id }) => [`zone/air/${id}`, `zone/open/${id}`, `zone/airflow/${id}`, `zone/racks/${id}`],
  cdu: ({ id }) => [`cdu/liquid/${id}`, `cdu/coolant/${id}`, `cdu/needed/${id}`, `cdu/capacity/${id}`],
  row: ({ id }) => [`sum/racks/row/${id}`, `sum/max/row/${id}`, `sum/densest/row/${id}`, `sum/air/row/${id}`],
  room: ({ id }) => [`sum/racks/room/${id}`, `sum/max/room/${id}`, `sum/densest/room/${id}`, `sum/air/room/${id}`],
};

function listPortsUsed({ ports }: Report, deviceId: string): MetricId[] {
  return ports.flatMap((use, index): MetricId[] =>
    use.deviceId === deviceId && use.portsOwned > 0 ? [`ports/used/${index}`] : [],
  );
}

/** Of the port block of that name. */
export function findPortsUsed({ ports }: Report, deviceId: string, blockId: string): MetricId | null {
  const index = ports.findIndex((use) => use.deviceId === deviceId && use.blockId === blockId);
  return index < 0 ? null : `ports/used/${index}`;
}

/** Maximum power of the rack of a group that draws most. */
export function listFullestPower({ power }: Report, rackId: string): MetricId[] {
  const own = power.racks.find((rack) => rack.rackId === rackId);
  return own ? [`sum/max/rack/${own.worstRackIndex}/${rackId}`] : [];
}

export function listUnitFigures(unitId: string): MetricId[] {
  return (['gpus', 'racks', 'servers', 'switches', 'unknown'] as const).map(
    (field): MetricId => `unit/${field}/${unitId}`,
  );
}

/** Of all links of one line. */
export function listTrunkFigures(linkIds: readonly string[]): MetricId[] {
  const ids = JSON.stringify(linkIds);
  return [`trunk/connections/${ids}`, `trunk/cables/${ids}`];
}

export interface ObjectFigures {
  /** What it is that has them. */
  readonly name: string;
  readonly metricIds: readonly MetricId[];
}

/** Of one object, or of several links together; null = they have none of their own. */
export function listFiguresOf(design: Design, report: Report | null, refs: readonly ObjectRef[]): ObjectFigures | null {
  const [only, ...others] = refs;
  if (!only || !report) return null;
  if (others.length > 0) {
    if (refs.some(({ kind }) => kind !== 'link')) return null;
    return { name: `${formatCount(refs.length)} links`, metricIds: listTrunkFigures(refs.map(({ id }) => id)) };
  }
  const list = LISTERS[only.kind];
  if (!list) return null;
  const { kind, id } = only;
  const name = kind === 'design' || kind === 'part' ? design.name : nameObject(design, kind, id);
  return { name, metricIds: list(only, report) };
}
