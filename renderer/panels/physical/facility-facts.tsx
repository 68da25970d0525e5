/** What a set of racks draws, gives off and weighs: the same figures for a rack group, a row, a room and the site. */
import type { ReactElement } from 'react';
import type { FacilitySum, Flow, HeatSplit } from '#core/analysis/facility-report.ts';
import { Figure } from '../../ui/figure.tsx';
import { formatNumber, formatHeat, formatPower, formatWeight } from '../../ui/format.ts';
import { FactList } from '../../ui/section.tsx';

/** `1 200 m\u00b3/h`, or `1 200\u20131 500 m\u00b3/h` where part of the heat may go either way. */
export function formatFlow({ least, most }: Flow, unit = ''): string {
  const low = formatNumber(least);
  const high = formatNumber(most);
  return `${low === high ? low : `${low}\u2013${high}`} ${unit}`.trimEnd();
}

type Fact = readonly [string, string];

/** Where heat goes; what is nothing is left out. */
export function listHeatFacts({ airW, liquidW, openW }: HeatSplit): (Fact | null)[] {
  return [
    airW > 0 ? ['Heat to air', formatHeat(airW)] : null,
    liquidW > 0 ? ['Heat to liquid', formatHeat(liquidW)] : null,
    openW > 0 ? ['Heat to either', formatHeat(openW)] : null,
  ];
}

export function FacilityFacts({ sum }: { readonly sum: FacilitySum }): ReactElement {
  return (
    <FactList
      facts={[
        ['Racks', formatNumber(sum.rackCount)],
        sum.gpuCount > 0 ? ['GPUs', formatNumber(sum.gpuCount)] : null,
        ['Power, typical', <Figure key="typical" sum={sum.typicalW} format={formatPower} />],
        ['Power, maximum', <Figure key="max" sum={sum.maxW} format={formatPower} />],
        sum.rackCount > 1 ? ['Densest rack', formatPower(sum.densestRackW)] : null,
        ...listHeatFacts(sum.heat),
        sum.airflowM3PerHour.most > 0 ? ['Airflow', formatFlow(sum.airflowM3PerHour, 'm\u00b3/h')] : null,
        sum.airflowCfm.most > 0 ? ['Airflow in CFM', formatFlow(sum.airflowCfm)] : null,
        sum.coolantLpm.most > 0 ? ['Coolant', formatFlow(sum.coolantLpm, 'L/min')] : null,
        ['Weight', <Figure key="weight" sum={sum.weightKg} format={formatWeight} />],
        sum.darkRackCount > 0 ? ['Dark racks', formatNumber(sum.darkRackCount)] : null,
        sum.overloadedRackCount > 0 ? ['Overloaded racks', formatNumber(sum.overloadedRackCount)] : null,
      ]}
    />
  );
}
