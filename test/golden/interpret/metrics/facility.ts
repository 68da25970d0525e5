/** Airflow, energy and what energy costs: from the report's facility. */
import type { Energy } from '#core/analysis/facility-report.ts';
import { type Answer, type MetricRule, type Question, skip, value } from './metric.ts';

export const facilityMetrics: readonly MetricRule[] = [
  { pattern: /(^|_)cfm($|_)|airflow/, answer: answerAirflow },
  { pattern: /(^|_)annual_cost|(^|_)energy_cost|cost_per_year/, answer: answerEnergyCost },
  { pattern: /(^|_)[kmgt]wh($|_)/, answer: answerEnergy },
];

/** What makers publish: for a rack with just so many systems where there is such a figure, else for each system. */
function answerAirflow({ drawn, text }: Question): Answer | null {
  const { publishedAirflow } = drawn.report().facility;
  const mostSystems = Math.max(0, ...publishedAirflow.map(({ systemCount }) => systemCount));
  const chosen = publishedAirflow.filter(({ systemCount }) => systemCount === mostSystems);
  if (chosen.length === 0) return skip('no maker publishes the airflow of a machine drawn');
  const cfm = chosen.reduce((sum, { totalCfm }) => sum + totalCfm, 0);
  const how = chosen.map(({ model, basis }) => `${model}: ${basis}`).join('; ');
  if (/m3\/?h/i.test(text.unit)) return value((cfm * 60) / 0.3048 ** -3, how);
  return value(cfm, how);
}

const KWH_PER_UNIT: Readonly<Record<string, number>> = { k: 1, m: 1e3, g: 1e6, t: 1e9 };

/** Of the whole site: the inputs' watts are what is drawn, typical or not. */
function readEnergy({ drawn }: Question): { energy: Energy; pue: number | null } {
  const { typical, max, pue } = drawn.report().facility.energy;
  return { energy: typical.itKwh.unknownCount === 0 ? typical : max, pue };
}

function answerEnergy(question: Question): Answer | null {
  const { energy, pue } = readEnergy(question);
  const prefix = /(^|_)([kmgt])wh($|_)/.exec(question.name.full)?.[2] ?? 'k';
  if (energy.siteKwh === null) return skip('a year of energy needs a PUE, which neither inputs nor notes give');
  return value(energy.siteKwh / (KWH_PER_UNIT[prefix] ?? 1), `8,760 h at a PUE of ${pue}`);
}

function answerEnergyCost(question: Question): Answer | null {
  const { energy, pue } = readEnergy(question);
  if (energy.cost === null)
    return skip('the cost of energy needs a PUE and a price of energy, not both of which are given');
  const unit = question.name.words.includes('musd') ? 1e6 : 1;
  return value(energy.cost / unit, `8,760 h at a PUE of ${pue} and the price of the inputs`);
}
