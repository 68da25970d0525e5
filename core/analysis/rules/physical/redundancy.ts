import { formatKw, formatMaxKw } from '../../../base/format-kw.ts';
import { formatRackName } from '../../../netlist/names.ts';
import type { NetFacilities } from '../../../netlist/facilities.ts';
import type { NetPdus, NetRackGroup } from '../../../netlist/netlist.ts';
import type { FacilityReport } from '../../facility-report.ts';
import { type Carry, computeAllButOne, computeOneSide } from '../../redundant-supply.ts';
import type { RackPower } from '../../report.ts';
import { ratePdus } from '../../supply.ts';
import type { Rule } from '../rule.ts';
import type { Tally } from '../tally.ts';
import { createPduFix, createSecondFeedFix } from './pdu-fixes.ts';
import { countRacks, judgeRacks, pointAtRacks, tellUnknownPower } from './failing-racks.ts';

/** Racks said to be N are held to the sum of their PDUs by R23. Feeds that are switched off are still drawn, and counted. */
export const redundancy: Rule = {
  id: 'power.redundancy',
  code: 'rack.redundancy',
  family: 'physical',
  severity: 'error',
  title: 'PDUs carry their racks when one fails, or one side',
  rationale:
    'A rack of redundancy N+1 runs on all PDUs but one, a rack of 2N on either side alone: what is shared in normal times must not be needed twice.',
  source: 'Follows from the redundancy of the racks and the ratings of their PDUs (rule R24 of the hardware reference)',
  subject: 'racks',
  check({ netlist, facility, rackLoads }, tally) {
    netlist.rackGroups.forEach((rackGroup, index) => {
      const load = rackLoads[index];
      if (!load || rackGroup.redundancy === null || rackGroup.redundancy === 'N') return;
      if (rackGroup.pdus.length === 0) {
        tally.skip(`no PDUs are chosen for ${rackGroup.name}`, rackGroup.count);
        return;
      }
      checkRacks(netlist.facilities, rackGroup, load, facility, tally);
    });
  },
};

function checkRacks(
  facilities: NetFacilities,
  rackGroup: NetRackGroup,
  load: RackPower,
  { racks }: FacilityReport,
  tally: Tally,
): void {
  const carry = computeCarry(facilities, rackGroup, rackGroup.pdus);
  if (carry.kind === 'not-known') {
    tally.skip(carry.reason, rackGroup.count);
    return;
  }
  const { passedCount, failedCount, unknownCount } = judgeRacks(rackGroup, racks.maxW, carry.usableW);
  tally.pass(passedCount);
  if (unknownCount > 0) tally.skip(tellUnknownPower(load.worstMaxW.unknownParts), unknownCount);
  if (failedCount === 0) return;
  const { value: worstW, unknownCount: missingCount } = load.worstMaxW;
  const isEnough = (pdus: readonly NetPdus[]): boolean => {
    const raised = computeCarry(facilities, rackGroup, pdus);
    return raised.kind === 'known' && raised.usableW >= worstW;
  };
  tally.fail(
    {
      message: `${formatRackName(rackGroup.name, load.worstRackIndex, rackGroup.count)} draws ${formatMaxKw(worstW, missingCount)}, ${carry.left} ${formatKw(carry.usableW)} kW${countRacks(failedCount, rackGroup)}; ${rackGroup.redundancy} asks for all of it.`,
      where: [pointAtRacks(rackGroup, load.worstRackIndex, failedCount)],
      fix:
        (rackGroup.redundancy === '2N' ? createSecondFeedFix(rackGroup, facilities, isEnough) : undefined) ??
        createPduFix(rackGroup, isEnough),
    },
    failedCount,
  );
}

function computeCarry(
  facilities: NetFacilities,
  { name, redundancy: wanted }: NetRackGroup,
  pdus: readonly NetPdus[],
): Carry {
  const lines = ratePdus(pdus, facilities);
  if (wanted !== '2N') return computeAllButOne(lines, name);
  return computeOneSide(lines, name, (feedId) => facilities.feeds.find(({ id }) => id === feedId)?.name ?? feedId);
}
