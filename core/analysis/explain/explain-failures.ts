/** GPUs without work under the current scenario, and their cost. */
import type { Netlist } from '../../netlist/netlist.ts';
import type { Report } from '../report.ts';
import type { Explanation } from './explanation.ts';

/** null while nothing is broken. */
export function explainIdleGpus({ currentScenario }: Netlist, { failures }: Report): Explanation | null {
  if (!failures) return null;
  const { brokenCount, cutOffCount, portlessCount, pricePerGpuHour, costPerHour, currency } = failures.gpus;
  const unit = `${currency ?? ''}/h`;
  const isPriced = costPerHour !== null && pricePerGpuHour !== null;
  return {
    title: 'Idle GPUs',
    formula: isPriced ? 'n = b + c\nC = n × p' : 'n = b + c',
    values: [
      { symbol: 'n', value: brokenCount + cutOffCount, unit: '', meaning: 'GPUs without work' },
      { symbol: 'b', value: brokenCount, unit: '', meaning: 'in broken servers' },
      { symbol: 'c', value: cutOffCount, unit: '', meaning: 'in servers cut off from the rest of the fabric' },
      ...(isPriced
        ? [
            { symbol: 'C', value: costPerHour, unit, meaning: 'what their idleness costs' },
            { symbol: 'p', value: pricePerGpuHour, unit, meaning: 'a GPU hour, entered for the training run' },
          ]
        : []),
    ],
    counted: [],
    sources: [],
    caveats: [
      ...(isPriced ? [] : [`The cost is unknown: "${currentScenario.name}" gives no price of a GPU hour.`]),
      ...(portlessCount > 0
        ? [`${portlessCount} more GPUs have lost their own port and work through others of their server: not counted.`]
        : []),
      'A job that needs every GPU stops as a whole until it runs on the rest.',
    ],
  };
}
