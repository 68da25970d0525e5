/** How many switches a fabric has in one tier, group by group. */
import { ENTERED } from './entered.ts';
import type { Explanation } from './explanation.ts';

interface TierGroup {
  readonly name: string;
  readonly model: string;
  readonly count: number;
}

export function explainTierSwitches(fabricName: string, role: string, groups: readonly TierGroup[]): Explanation {
  return {
    title: `Switches of ${fabricName}, ${role}`,
    formula: 'N = Σ(n)',
    values: [
      {
        symbol: 'N',
        value: groups.reduce((sum, { count }) => sum + count, 0),
        unit: 'switches',
        meaning: `in the role "${role}"`,
      },
      ...groups.map(({ name, model, count }, i) => ({
        symbol: `n${i + 1}`,
        value: count,
        unit: 'switches',
        meaning: `${name}: ${model}`,
      })),
    ],
    counted: [],
    sources: [ENTERED],
    caveats: ['As many as the requirements take; switches that a fabric before it counts are left out.'],
  };
}
