import { computeOpticsPower } from '../../optics-power.ts';
import type { NetGroup } from '../../../netlist/netlist.ts';
import { type Misfit, misfit, notKnown } from '../../../catalog/misfit.ts';
import type { SwitchPart } from '../../../catalog/part.ts';
import type { LinkFacts } from '../link-facts.ts';
import { judgeLink } from '../media/judge-links.ts';
import type { Rule, RuleContext } from '../rule.ts';
import type { Tally } from '../tally.ts';

/** R17. Only switches publish what a cage can cool. */
export const modulePower: Rule = {
  id: 'R17',
  code: 'power.module',
  family: 'physical',
  severity: 'error',
  title: 'Modules stay within the power class of their cages',
  rationale: 'A cage of power class 8 feeds and cools 17 W: a coherent or 1.6T module of 25 W must be refused.',
  source: 'https://docs.nvidia.com/networking/display/QM97X0PUB/Interfaces',
  subject: 'ends at switches',
  check(context, tally) {
    for (const facts of context.links) {
      const { optics, direct } = facts;
      const [atA, atB] = optics ? [optics.transceiverA, optics.transceiverB] : [direct?.cable, direct?.cable];
      if (!atA || !atB || !isPowered(facts)) continue;
      const ends = [
        { group: facts.a.group, plug: atA },
        { group: facts.b.group, plug: atB },
      ].filter(({ group }) => group.part?.kind === 'switch');
      judgeLink(
        tally,
        facts,
        ends.map(({ group, plug }) => checkEnd(group.part as SwitchPart, plug)),
      );
    }
    checkBudgets(context, tally);
  },
};

/** Whether the plugs draw power at all: modules and active cables do. */
function isPowered({ optics, direct }: LinkFacts): boolean {
  const category = direct?.cable.category;
  return optics !== null || category === 'acc' || category === 'aec' || category === 'aoc';
}

function checkEnd(
  { model, cagePowerMaxW }: SwitchPart,
  plug: { readonly model: string; readonly powerMaxW: number | null },
): Misfit | null {
  if (cagePowerMaxW === null) return notKnown(`what a cage of ${model} can feed is not known`);
  if (plug.powerMaxW === null) return notKnown(`the maximum power of ${plug.model} is not known`);
  if (plug.powerMaxW <= cagePowerMaxW) return null;
  return misfit(`${plug.model} draws up to ${plug.powerMaxW} W, a cage of ${model} feeds ${cagePowerMaxW} W`);
}

/** The sum over a switch, where its maker gives a budget. */
function checkBudgets({ netlist, censuses }: RuleContext, tally: Tally): void {
  const budgeted = netlist.groups.filter((group) => getBudgetW(group) !== undefined);
  if (budgeted.length === 0) return;
  const { watts: maxW, unknown: maxUnknown } = computeOpticsPower(netlist, censuses).max;
  for (const group of budgeted) {
    const budgetW = getBudgetW(group) as number;
    let over = 0;
    let unknown = 0;
    let worstW = 0;
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      const watts = maxW[member] as number;
      if (watts > budgetW) over += 1;
      else if (maxUnknown[member] !== 0) unknown += 1;
      worstW = Math.max(worstW, watts);
    }
    tally.pass(group.count - over - unknown);
    if (unknown > 0) tally.skip(`the maximum power of a module in ${group.name} is not known`, unknown);
    if (over === 0) continue;
    tally.fail(
      {
        message: `The modules of ${group.name} draw up to ${Math.ceil(worstW)} W together, ${group.part?.model} allows ${budgetW} W; choose modules of less power.`,
        where: [{ kind: 'device', id: group.deviceId }],
      },
      over,
    );
  }
}

function getBudgetW({ part }: NetGroup): number | undefined {
  return part?.kind === 'switch' ? part.opticsBudgetW : undefined;
}
