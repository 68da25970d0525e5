/** Fixes for racks whose PDUs do not do. */
import { formatCount } from '../../../base/format-count.ts';
import type { Fix } from '../../../base/diagnostic.ts';
import type { NetFacilities } from '../../../netlist/facilities.ts';
import type { NetPdus, NetRackGroup } from '../../../netlist/netlist.ts';

/** PDUs beyond which adding more is not a fix. */
const MAX_PDUS = 8;

/** So many more of each kind on each feed, where a sensible number of them is enough. */
export function createPduFix(
  rackGroup: NetRackGroup,
  isEnough: (pdus: readonly NetPdus[]) => boolean,
): Fix | undefined {
  const { pdus } = rackGroup;
  if (new Set(pdus.map(({ partId }) => partId)).size !== 1) return undefined;
  for (let more = 1; countPdus(pdus) + more * pdus.length <= MAX_PDUS; more += 1) {
    const raised = pdus.map((own) => ({ ...own, count: own.count + more }));
    if (isEnough(raised)) return fitPdus(rackGroup, `Fit ${countPdus(raised)} PDUs to each rack`, raised);
  }
  return undefined;
}

/** The PDUs of one feed, half of them moved to another feed that is there. */
export function createSecondFeedFix(
  rackGroup: NetRackGroup,
  { feeds }: NetFacilities,
  isEnough: (pdus: readonly NetPdus[]) => boolean,
): Fix | undefined {
  const [own, ...others] = rackGroup.pdus;
  const other = feeds.find(({ id }) => id !== own?.feedId);
  if (!own || others.length > 0 || own.count % 2 !== 0 || !other) return undefined;
  const count = own.count / 2;
  const split = [
    { ...own, count },
    { ...own, count, feedId: other.id, bottomUnit: own.bottomUnit },
  ];
  if (!isEnough(split)) return undefined;
  return fitPdus(
    rackGroup,
    `Hang ${formatCount(count)} of the ${formatCount(own.count)} PDUs of each rack on ${other.name}`,
    split,
  );
}

function countPdus(pdus: readonly NetPdus[]): number {
  return pdus.reduce((sum, { count }) => sum + count, 0);
}

function fitPdus({ rackId }: NetRackGroup, label: string, pdus: readonly NetPdus[]): Fix {
  const patch = {
    pdus: pdus.map(({ partId, count, feedId, bottomUnit }) => ({
      partId,
      count,
      ...(feedId === null ? {} : { feedId }),
      ...(bottomUnit === null ? {} : { bottomUnit }),
    })),
  };
  return { label, command: { name: 'editRack', args: { id: rackId, patch } } };
}
