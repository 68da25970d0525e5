/** What a set of racks draws, gives off and weighs: the same figures for a rack group, a row, a room and the site. */
import type { ReactElement } from 'react';
import type { FacilitySum, Flow, HeatSplit } from '#core/analysis/facility-report.ts';
import type { ExplainSource } from '../../store/explain-store.ts';
import { formatAtLeast, formatNumber, formatHeat, formatPower, formatWeight } from '../../ui/format.ts';
import { FactList } from '../../ui/section.tsx';
import { type ExplainedFact, explainFact, explainSumFact } from '../explained-fact.tsx';

/** From here on four digits say it: nobody sets a fan by the fifth. */
const LARGE_FLOW = 100_000;
const MILLION = 1_000_000;

function formatAmount(flow: number): string {
  const amount = flow >= LARGE_FLOW ? Number(flow.toPrecision(4)) : flow;
  return amount >= MILLION ? `${formatNumber(amount / MILLION, 3)} million` : formatNumber(amount);
}

/**
 * `1 200 m\u00b3/h`, or `1 200\u20131 500 m\u00b3/h` where part of the heat may go either way; `\u2265 1 200 m\u00b3/h` where
 * nobody states the power of some items.
 */
export function formatFlow({ least, most }: Flow, unknownCount: number, unit = ''): string {
  const low = formatAmount(least);
  const high = formatAmount(most);
  const figure = unknownCount > 0 || low === high ? low : `${low}\u2013${high}`;
  return formatAtLeast(`${figure} ${unit}`.trimEnd(), unknownCount);
}

type Fact = readonly [string, string];

/** Where heat goes; what is nothing is left out. */
function listHeatFacts({ airW, liquidW, openW }: HeatSplit, unknownCount: number): (Fact | null)[] {
  const format = (watts: number): string => formatAtLeast(formatHeat(watts), unknownCount);
  return [
    airW > 0 ? ['Heat to air', format(airW)] : null,
    liquidW > 0 ? ['Heat to liquid', format(liquidW)] : null,
    openW > 0 ? ['Heat to either', format(openW)] : null,
  ];
}

const HEAT_FIELDS = ['air', 'liquid', 'open'] as const;

/** The same with their derivations; a source of null = none is kept. */
export function explainHeatFacts(
  heat: HeatSplit,
  unknownCount: number,
  sourceOf: (field: (typeof HEAT_FIELDS)[number]) => ExplainSource | null,
): (ExplainedFact | Fact | null)[] {
  return listHeatFacts(heat, unknownCount).map((fact, at) => {
    const field = HEAT_FIELDS[at];
    const source = field ? sourceOf(field) : null;
    return fact === null || source === null ? fact : explainFact(fact[0], source, fact[1]);
  });
}

interface FacilityFactsProps {
  readonly sum: FacilitySum;
  /** As derivations name it: `row/<id>`. */
  readonly place: `${'group' | 'row' | 'room'}/${string}`;
}

export function FacilityFacts({ sum, place }: FacilityFactsProps): ReactElement {
  const { unknownCount } = sum.maxW;
  return (
    <FactList
      facts={[
        explainFact('Racks', `sum/racks/${place}`, formatNumber(sum.rackCount)),
        sum.gpuCount > 0 ? explainFact('GPUs', `sum/gpus/${place}`, formatNumber(sum.gpuCount)) : null,
        explainSumFact('Power, typical', `sum/typical/${place}`, sum.typicalW, formatPower),
        explainSumFact('Power, maximum', `sum/max/${place}`, sum.maxW, formatPower),
        sum.rackCount > 1
          ? explainFact(
              'Densest rack',
              `sum/densest/${place}`,
              formatAtLeast(formatPower(sum.densestRackW), unknownCount),
            )
          : null,
        ...explainHeatFacts(sum.heat, unknownCount, (field) => `sum/${field}/${place}`),
        sum.airflowM3PerHour.most > 0
          ? explainFact('Airflow', `sum/airflow/${place}`, formatFlow(sum.airflowM3PerHour, unknownCount, 'm\u00b3/h'))
          : null,
        sum.airflowCfm.most > 0
          ? explainFact('Airflow in CFM', `sum/airflow/${place}`, formatFlow(sum.airflowCfm, unknownCount))
          : null,
        sum.coolantLpm.most > 0
          ? explainFact('Coolant', `sum/coolant/${place}`, formatFlow(sum.coolantLpm, unknownCount, 'L/min'))
          : null,
        explainSumFact('Weight', `sum/weight/${place}`, sum.weightKg, formatWeight),
        sum.darkRackCount > 0 ? ['Dark racks', formatNumber(sum.darkRackCount)] : null,
        sum.overloadedRackCount > 0 ? ['Overloaded racks', formatNumber(sum.overloadedRackCount)] : null,
      ]}
    />
  );
}
