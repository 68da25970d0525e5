/** Steps of load, the same on the canvas, in its legend and in tables: a figure, a colour (--heat-0 .. --heat-5) and a thickness. */

export interface HeatStep {
  /** Least share of the line rate in this step. */
  readonly from: number;
  readonly label: string;
  /** Line width as a multiple of the thinnest. */
  readonly thickness: number;
}

export const HEAT_STEPS: readonly HeatStep[] = [
  { from: 0, label: 'idle', thickness: 1 },
  { from: 0.005, label: 'under 25 %', thickness: 1.5 },
  { from: 0.25, label: '25 \u2013 50 %', thickness: 2.2 },
  { from: 0.5, label: '50 \u2013 75 %', thickness: 3 },
  { from: 0.75, label: '75 \u2013 95 %', thickness: 4 },
  { from: 0.95, label: 'full', thickness: 5 },
];

/** Index of the step a share of the line rate falls in. */
export function chooseHeatStep(share: number): number {
  return Math.max(
    0,
    HEAT_STEPS.findLastIndex((step) => share >= step.from),
  );
}
