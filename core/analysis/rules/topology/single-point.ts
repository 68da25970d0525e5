import type { NetFabric, NetGroup } from '../../../netlist/netlist.ts';
import { NONE } from '../../../netlist/netlist.ts';
import { isEndpoint } from '../../fabric-graph.ts';
import { nameGroupOrMembers } from '../name-members.ts';
import type { Rule, RuleContext } from '../rule.ts';
import type { Tally } from '../tally.ts';
import { findCutPoints } from './cut-points.ts';
import type { FabricTiers } from './fabric-tiers.ts';

/** Switches above may each depend on one more: what matters is what the leaves are left with. */
const LEAF_TIER = 1;

/**
 * A device that hangs on one switch is cut off with it. GPU fabrics single-home every NIC by design and lose one rail,
 * which is not meant here: only a device whose every cable ends at the same switch. Even that is common for compute
 * (all NICs on the switch in the rack) and so advice; storage and front-end are expected on two switches.
 */
export const singlePoint: Rule = {
  id: 'topology.single-point',
  code: 'topology.single-point',
  family: 'topology',
  severity: 'warning',
  title: 'No single switch cuts a device off its fabric',
  rationale: 'Switches fail and are upgraded; what hangs on one alone goes with it.',
  source: 'Follows from the wiring',
  subject: 'endpoints and leaves',
  check(context, tally) {
    for (const fabric of context.tiers) {
      const { purpose } = context.netlist.fabrics[fabric.graph.fabric] as NetFabric;
      // Management ports come in ones: out of band is single-homed everywhere.
      if (purpose !== 'oob') checkFabric(context, fabric, purpose === 'compute', tally);
    }
  },
};

function checkFabric({ netlist }: RuleContext, fabric: FabricTiers, isCompute: boolean, tally: Tally): void {
  const { name: fabricName, fabricId } = netlist.fabrics[fabric.graph.fabric] as NetFabric;
  const cutPoints = findCutPoints(netlist, fabric);
  netlist.groups.forEach((group, index) => {
    const isLeaf = fabric.graph.switching.has(index);
    if (isLeaf ? fabric.graph.tierOfGroup[index] !== LEAF_TIER : !isEndpoint(group)) return;
    const found = findDependent(group, fabric, cutPoints);
    tally.pass(found.count - found.dependentCount);
    if (found.dependentCount === 0) return;
    const who = nameGroupOrMembers(group, found.dependentCount);
    tally.fail(
      {
        severity: isCompute && !isLeaf ? 'advice' : 'warning',
        message: isLeaf
          ? `${who} reaches the rest of ${fabricName} through one switch: when that fails, everything below is cut off. Spread the uplinks over two or more.`
          : `${who} reaches ${fabricName} through one switch: when that fails, it is cut off.`,
        where: [
          { kind: 'device', id: group.deviceId, member: found.first },
          { kind: 'fabric', id: fabricId },
        ],
      },
      found.dependentCount,
    );
  });
}

/** Members with a switch above them, and those whose ways all lead through one. */
function findDependent(
  group: NetGroup,
  { firstAbove }: FabricTiers,
  cutPoints: Int32Array,
): { count: number; dependentCount: number; first: number } {
  let count = 0;
  let dependentCount = 0;
  let first = -1;
  for (let i = 0; i < group.count; i += 1) {
    const member = group.firstMember + i;
    if (firstAbove[member] === NONE) continue;
    count += 1;
    if (cutPoints[member] === NONE) continue;
    dependentCount += 1;
    if (first < 0) first = i;
  }
  return { count, dependentCount, first };
}
