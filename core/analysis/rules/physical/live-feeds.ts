import { formatCount } from '../../../base/format-count.ts';
import type { Fix } from '../../../base/diagnostic.ts';
import { formatRackName } from '../../../netlist/names.ts';
import type { Feed } from '../../../netlist/facilities.ts';
import type { NetRackGroup } from '../../../netlist/netlist.ts';
import { codeOf } from '../../supply.ts';
import type { Rule } from '../rule.ts';
import type { Tally } from '../tally.ts';
import { pointAtRacks } from './failing-racks.ts';

/** A feed is switched off on purpose: the user asked what happens then. Racks without PDUs are told apart by R24. */
export const liveFeeds: Rule = {
  id: 'power.live',
  code: 'rack.dark',
  family: 'physical',
  severity: 'warning',
  title: 'Racks run on the feeds that are on',
  rationale:
    'A rack whose PDUs all hang on one feed is dark without it; another may ask more of what is left than it may deliver.',
  source: 'Follows from the feeds that are switched off',
  subject: 'racks',
  check({ netlist, facility }, tally) {
    const { feeds } = netlist.facilities;
    const off = feeds.filter((feed) => feed.isOff);
    for (const rackGroup of netlist.rackGroups) {
      if (rackGroup.pdus.length === 0) continue;
      const isTouched = rackGroup.pdus.some(({ feedId }) => off.some(({ id }) => id === feedId));
      if (isTouched) checkGroup(rackGroup, off, facility.racks.supply, tally);
      else tally.pass(rackGroup.count);
    }
  },
};

function checkGroup(rackGroup: NetRackGroup, off: readonly Feed[], supply: Uint8Array, tally: Tally): void {
  const { name, firstRack, count } = rackGroup;
  const racks = supply.subarray(firstRack, firstRack + count);
  const own = off.filter(({ id }) => rackGroup.pdus.some(({ feedId }) => feedId === id));
  const find = (code: number): { first: number; count: number } => ({
    first: racks.indexOf(code),
    count: racks.reduce((sum, state) => sum + (state === code ? 1 : 0), 0),
  });
  const dark = find(codeOf('dark'));
  const overloaded = find(codeOf('overloaded'));
  const unknown = find(codeOf('not-known'));
  tally.pass(count - dark.count - overloaded.count - unknown.count);
  if (unknown.count > 0) {
    tally.skip(`what ${name} draws, or what its PDUs that are on may deliver, is not known`, unknown.count);
  }
  const feeds = own.map((feed) => feed.name).join(' and ');
  const fix = createOnFix(own);
  if (dark.count > 0) {
    tally.fail(
      {
        message: `${nameRacks(rackGroup, dark)} dark while ${feeds} ${own.length === 1 ? 'is' : 'are'} off: all PDUs hang on it; give each rack PDUs on another feed.`,
        where: [pointAtRacks(rackGroup, dark.first, dark.count), ...own.map(toRef)],
        fix,
      },
      dark.count,
    );
  }
  if (overloaded.count > 0) {
    tally.fail(
      {
        code: 'rack.overload',
        message: `${nameRacks(rackGroup, overloaded)} overloaded while ${feeds} ${own.length === 1 ? 'is' : 'are'} off: the PDUs that are on may deliver less than the devices draw at their maximum.`,
        where: [pointAtRacks(rackGroup, overloaded.first, overloaded.count), ...own.map(toRef)],
        fix,
      },
      overloaded.count,
    );
  }
}

function toRef({ id }: Feed): { kind: 'feed'; id: string } {
  return { kind: 'feed', id };
}

function nameRacks({ name, count }: NetRackGroup, found: { first: number; count: number }): string {
  if (found.count === 1) return `${formatRackName(name, found.first, count)} is`;
  return found.count === count
    ? `All ${formatCount(count)} racks of ${name} are`
    : `${formatCount(found.count)} racks of ${name} are`;
}

function createOnFix([feed, ...others]: readonly Feed[]): Fix | undefined {
  if (!feed || others.length > 0) return undefined;
  return {
    label: `Switch ${feed.name} on`,
    command: { name: 'editFeed', args: { id: feed.id, patch: { isOff: false } } },
  };
}
