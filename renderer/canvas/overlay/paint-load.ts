/** Links by the load the flow model found on their fullest cable. */
import type { FlowReport } from '#core/sim/flow-report.ts';
import { formatPercent } from '../../ui/format.ts';
import { chooseHeatStep, HEAT_STEPS } from '../../ui/heat-scale.ts';
import { createPaint, type LegendRow, NO_PAINT, type Paint, type Painter } from './paint.ts';

const LEAST_WIDTH = 1.4;

type Loads = Pick<FlowReport, 'utilisationOfLink' | 'meanUtilisationOfLink'>;

/** `flow` null = the model has not run: nothing is said. */
export function createLoadPainter(flow: Loads | null): Painter {
  if (!flow) return { link: NO_PAINT, device: NO_PAINT, rack: NO_PAINT, rows: [], note: '' };
  const paints = new Map<string, Paint>();
  return {
    link({ id }) {
      const known = paints.get(id);
      if (known) return known;
      const paint = paintLoad(flow.utilisationOfLink[id] ?? 0, flow.meanUtilisationOfLink[id] ?? 0);
      paints.set(id, paint);
      return paint;
    },
    device: NO_PAINT,
    rack: NO_PAINT,
    rows: HEAT_STEPS.map(
      ({ label, thickness }, at): LegendRow => ({
        key: label,
        shape: 'line',
        colour: `var(--heat-${at})`,
        width: LEAST_WIDTH * thickness,
        dash: null,
        label,
        detail: '',
      }),
    ),
    note: '',
  };
}

function paintLoad(peak: number, mean: number): Paint {
  const at = chooseHeatStep(peak);
  const figure = at === 0 ? 'idle' : formatPercent(peak);
  return createPaint({
    colour: `var(--heat-${at})`,
    width: LEAST_WIDTH * (HEAT_STEPS[at]?.thickness ?? 1),
    figure,
    fact:
      at === 0
        ? 'No flow takes this link'
        : `Fullest cable ${figure} of its line rate over the run, all cables together ${formatPercent(mean)}`,
  });
}
