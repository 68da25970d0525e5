import { formatCount } from '../../../base/format-count.ts';
import type { TransceiverPart } from '../../../catalog/part.ts';
import { readSplitter } from '../../../catalog/splitter-fit.ts';
import { formatMemberName } from '../../../netlist/names.ts';
import { type NetGroup, type Netlist, NONE } from '../../../netlist/netlist.ts';
import type { Rule, RuleContext } from '../rule.ts';
import type { Tally } from '../tally.ts';

const STRAIGHT = 1;
const SPLIT = 2;

/** R12. Only where the design has fibre splitters is there anything to mix. */
export const twinPortFibre: Rule = {
  id: 'R12',
  code: 'media.twin-port-fibre',
  family: 'media',
  severity: 'error',
  title: 'Both ports of a twin-port module use the same kind of fibre',
  rationale: 'The module runs both its ports straight or both split; the vendor allows no mixture.',
  source: 'https://docs.nvidia.com/networking/display/mms4x00ns400/overview',
  subject: 'twin-port modules',
  check(context, tally) {
    const { netlist } = context;
    if (!hasSplitters(context)) {
      passAll(context, tally);
      return;
    }
    const kinds = markFibres(context);
    let mixed = 0;
    let first = NONE;
    let sound = 0;
    for (let i = 0; i < netlist.transceiverCount; i += 1) {
      const { connectorCount, model } = netlist.transceiverParts[
        netlist.transceiverPart[i] as number
      ] as TransceiverPart;
      if (connectorCount === 1) continue;
      const cage = netlist.transceiverCage[i] as number;
      if (connectorCount === null) tally.skip(`the number of fibre connectors of ${model} is not known`);
      else if (kinds[cage] !== (STRAIGHT | SPLIT)) sound += 1;
      else {
        mixed += 1;
        if (first === NONE) first = cage;
      }
    }
    tally.pass(sound);
    if (first !== NONE) failMixed(netlist, tally, first, mixed);
  },
};

/** Without splitters there is nothing to mix. */
function passAll({ censuses }: RuleContext, tally: Tally): void {
  for (const { modulesOfPart } of censuses) {
    for (const [{ connectorCount, model }, count] of modulesOfPart) {
      if (connectorCount === 1 || count === 0) continue;
      if (connectorCount === null) tally.skip(`the number of fibre connectors of ${model} is not known`, count);
      else tally.pass(count);
    }
  }
}

function hasSplitters({ links }: RuleContext): boolean {
  return links.some(({ optics }) => optics?.cable && readSplitter(optics.cable));
}

/** By cage: which kinds of fibre its connections run on. */
function markFibres({ netlist, links }: RuleContext): Uint8Array {
  const kinds = new Uint8Array(netlist.cageCount);
  for (const { link, optics } of links) {
    if (!optics?.cable) continue;
    const kind = readSplitter(optics.cable) ? SPLIT : STRAIGHT;
    for (let i = link.firstConnection; i < link.firstConnection + link.connectionCount; i += 1) {
      for (const port of [netlist.connectionPortA[i] as number, netlist.connectionPortB[i] as number]) {
        const cage = netlist.portCage[port] as number;
        kinds[cage] = (kinds[cage] as number) | kind;
      }
    }
  }
  return kinds;
}

function failMixed(netlist: Netlist, tally: Tally, cage: number, count: number): void {
  const member = netlist.cageMember[cage] as number;
  const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
  const index = member - group.firstMember;
  const name = formatMemberName(group.nameTemplate, index, Math.floor(index / group.membersPerPod));
  tally.fail(
    {
      message: `A twin-port module of ${name} has a straight fibre on one port and a splitter on the other${count > 1 ? ` (${formatCount(count)} modules in all)` : ''}; use one kind on both.`,
      where: [{ kind: 'device', id: group.deviceId, member: index }],
    },
    count,
  );
}
