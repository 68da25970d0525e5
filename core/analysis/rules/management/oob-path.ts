import type { Fix } from '../../../base/diagnostic.ts';
import type { NetBlock, NetGroup } from '../../../netlist/netlist.ts';
import { nameGroupOrMembers } from '../name-members.ts';
import type { Rule, RuleContext } from '../rule.ts';
import type { Tally } from '../tally.ts';
import { findMembersOutside, isLarge } from './reached-members.ts';
import { countJacks, listFabricsFor, listJackBlocks } from './oob-jacks.ts';

export const oobPath: Rule = {
  id: 'management.oob-path',
  code: 'management.oob-path',
  family: 'management',
  severity: 'warning',
  title: 'Every device can be reached out of band',
  rationale: 'A server or switch that hangs can be restarted and reinstalled only over its management port.',
  source: 'https://docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-h100/latest/index.html',
  subject: 'devices',
  check(context, tally) {
    const { netlist, tiers } = context;
    const fabrics = listFabricsFor(netlist, tiers, ['oob']);
    const switching = new Set(fabrics.flatMap(({ graph }) => [...graph.switching]));
    let missing = 0;
    netlist.groups.forEach((group, index) => {
      if (!group.part || switching.has(index)) return;
      if (countJacks(netlist, group) === null) {
        tally.skip(`the management ports of ${group.part.model} are not listed`, group.count);
      } else if (fabrics.length === 0) missing += group.count;
      else checkGroup(context, group, tally);
    });
    if (missing === 0) return;
    if (!isLarge(netlist)) tally.skip('no out-of-band network is drawn', missing);
    else {
      tally.fail(
        {
          severity: 'advice',
          message: `No out-of-band network is drawn; ${missing} devices have management ports that would be on it.`,
          where: [],
        },
        missing,
      );
    }
  },
};

function checkGroup(context: RuleContext, group: NetGroup, tally: Tally): void {
  const outside = findMembersOutside(context, group, ['oob']);
  tally.pass(group.count - outside.count);
  if (outside.count === 0) return;
  tally.fail(
    {
      message: `${nameGroupOrMembers(group, outside.count)} cannot be reached out of band: no management port has a cable to an out-of-band switch.`,
      where: [{ kind: 'device', id: group.deviceId, member: outside.first }],
      fix: outside.count === group.count ? createLinkFix(context, group) : undefined,
    },
    outside.count,
  );
}

/** A cable from the first management port of every member that no link is drawn from, dealt over an out-of-band switch group with room for all. */
function createLinkFix({ netlist, tiers, ports }: RuleContext, group: NetGroup): Fix | undefined {
  const isDrawn = (block: NetBlock): boolean =>
    netlist.links.some(({ blockA, blockB }) => netlist.blocks[blockA] === block || netlist.blocks[blockB] === block);
  const jack = listJackBlocks(netlist, group).find((block) => block.cagesPerMember > 0 && !isDrawn(block));
  if (!jack) return undefined;
  for (const { graph } of listFabricsFor(netlist, tiers, ['oob'])) {
    for (const index of graph.switching) {
      const supplier = netlist.groups[index] as NetGroup;
      const target = netlist.blocks
        .slice(supplier.firstBlock, supplier.firstBlock + supplier.blockCount)
        .find((block) => isRoomy(block));
      const speedGbps = target && findCommonSpeed(jack, target);
      if (!target || speedGbps === undefined) continue;
      const fabricId = netlist.fabrics[graph.fabric]?.fabricId ?? '';
      return {
        label: `Cable its management ports to ${supplier.name}`,
        command: { name: 'addLink', args: { link: createLink(fabricId, group, jack, supplier, target, speedGbps) } },
      };
    }
  }
  return undefined;

  /** Free ports of a block whose links do not all come off are not free for a new one. */
  function isContested(block: NetBlock): boolean {
    return netlist.links.some(
      ({ blockA, blockB, connectionCount, requestedCount }) =>
        connectionCount < requestedCount && (netlist.blocks[blockA] === block || netlist.blocks[blockB] === block),
    );
  }

  function isRoomy(block: NetBlock): boolean {
    const owner = netlist.groups[block.group] as NetGroup;
    const use = ports.find(({ deviceId, blockId }) => deviceId === owner.deviceId && blockId === block.block.id);
    if (!use || isContested(block)) return false;
    if (block.block.role === 'mgmt' || !block.block.protocols.includes('eth')) return false;
    // Dealt evenly, every switch takes its share; the fullest must have that many ports left.
    return (
      block.block.formFactor === jack?.block.formFactor && use.freePerMemberMin >= Math.ceil(group.count / owner.count)
    );
  }
}

function findCommonSpeed(jack: NetBlock, target: NetBlock): number | undefined {
  const offered = new Set(target.block.modes.map(({ speedGbps }) => speedGbps));
  return jack.block.modes.map(({ speedGbps }) => speedGbps).find((speedGbps) => offered.has(speedGbps));
}

/** Length of a run to a switch in the same row, m. */
const OOB_LENGTH_M = 20;

function createLink(
  fabricId: string,
  group: NetGroup,
  jack: NetBlock,
  supplier: NetGroup,
  target: NetBlock,
  speedGbps: number,
): unknown {
  return {
    id: `link-oob-${group.deviceId}`,
    fabricId,
    a: { deviceId: group.deviceId, blockId: jack.block.id },
    b: { deviceId: supplier.deviceId, blockId: target.block.id },
    pattern: 'spread',
    within: 'all',
    cablesPerPair: 1,
    pairs: [],
    speedGbps,
    medium: { kind: 'auto' },
    lengthM: OOB_LENGTH_M,
  };
}
