/**
 * Time of all design rules together on rail-optimised fabrics of eight rails: 1k, 16k and 100k GPUs. Budget on two
 * shared cores, warm: 100k under 80 ms. The dearest rules are listed.
 */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { analyse } from '#core/analysis/analyse.ts';
import { createRuleContext } from '#core/analysis/rules/context.ts';
import { rules } from '#core/analysis/rules/rule-list.ts';
import { runRules } from '#core/analysis/rules/run-rules.ts';
import type { RuleInput } from '#core/analysis/rules/rule.ts';
import { Tally } from '#core/analysis/rules/tally.ts';
import type { RuleOutcome } from '#core/analysis/report.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { generateRailFabric } from '../support/rail-fabric.ts';

const catalog = createCatalog(builtInParts);
const RUNS = 9;
const DEAREST = 6;

function createInput(serverCount: number): RuleInput {
  const { netlist, diagnostics } = elaborate(generateRailFabric(serverCount), catalog);
  const { ports, power, facility, fabrics } = analyse(netlist, diagnostics);
  return { netlist, diagnostics, ports, rackLoads: power.racks, facility, fabrics };
}

function measure(serverCount: number): Record<string, string | number> {
  const input = createInput(serverCount);
  const all = timeMedian(() => runRules(input));
  const gather = timeMedian(() => createRuleContext(input));
  const context = createRuleContext(input);
  const outcomes: RuleOutcome[] = [];
  const each = rules.map((rule) => {
    const ms = timeMedian(() => rule.check(context, new Tally(rule), outcomes));
    const tally = new Tally(rule);
    rule.check(context, tally, outcomes);
    outcomes.push(tally.finish());
    return { id: rule.id, ms };
  });
  const dearest = each.toSorted((x, y) => y.ms - x.ms).slice(0, DEAREST);
  return {
    GPUs: serverCount * 8,
    rules: rules.length,
    'all ms': all,
    'gather ms': gather,
    findings: outcomes.reduce((sum, { findings }) => sum + findings.length, 0),
    dearest: dearest.map(({ id, ms }) => `${id} ${ms}`).join(', '),
  };
}

function timeMedian(run: () => unknown): number {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i += 1) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((x, y) => x - y);
  return Math.round((sorted[Math.floor(sorted.length / 2)] as number) * 10) / 10;
}

console.table([128, 2048, 12_500].map(measure));
