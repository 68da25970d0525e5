/** Power, heat, air, coolant and a year of energy; feeds and plants against what hangs on them. */
import type { Energy, EnergyReport, FacilityReport, FeedFigures, HeatSplit } from '#core/analysis/facility-report.ts';
import type { PartialFigure } from '../../ui/format.ts';
import {
  explainPartial,
  formatAtLeast,
  formatHeat,
  formatNumber,
  formatPartial,
  formatPercent,
  formatPower,
} from '../../ui/format.ts';
import { formatMoney } from '../../ui/money.ts';
import { formatFlow } from '../physical/facility-facts.tsx';
import { formatEnergy, formatMass } from '../power/quantities.ts';
import { type Block, type Cell, createTable, type Fact, figure, number } from './blocks.ts';
import type { ReportContent } from './content.ts';

/** Where heat goes; what is nothing is left out. */
function listHeat({ airW, liquidW, openW }: HeatSplit, unknownCount: number): Fact[] {
  const parts = [
    ['Heat to air', 'air', airW],
    ['Heat to liquid', 'liquid', liquidW],
    ['Heat to either', 'open', openW],
  ] as const;
  return parts.flatMap(([label, field, watts]) =>
    watts === 0 ? [] : [{ label, value: formatAtLeast(formatHeat(watts), unknownCount), source: `sum/${field}/site` }],
  );
}

function listPowerFacts({ report: { power, facility } }: ReportContent): Fact[] {
  const { site } = facility;
  const { unknownCount } = site.maxW;
  const sum = (label: string, figure: PartialFigure, source: Fact['source']): Fact => ({
    label,
    value: formatPartial(figure, formatPower),
    note: explainPartial(figure),
    source: source ?? null,
  });
  return [
    sum('Power, maximum', power.maxW, 'power-max'),
    sum('Power, typical', power.typicalW, 'power-typical'),
    sum('of it optics, at maximum', power.transceiversMaxW, null),
    ...listHeat(site.heat, unknownCount),
    {
      label: 'Airflow',
      value: formatFlow(site.airflowM3PerHour, unknownCount, 'm\u00b3/h'),
      note: `${formatFlow(site.airflowCfm, unknownCount, 'CFM')}, at a rise of ${formatNumber(facility.airRiseC, 1)} \u00b0C`,
      source: 'airflow',
    },
    {
      label: 'Coolant',
      value: site.coolantLpm.most === 0 ? 'none' : formatFlow(site.coolantLpm, unknownCount, 'L/min'),
      note: site.coolantLpm.most === 0 ? null : `at a rise of ${formatNumber(facility.coolantRiseC, 1)} \u00b0C`,
      source: site.coolantLpm.most === 0 ? null : 'coolant',
    },
  ];
}

function listEnergy(energy: EnergyReport): Block {
  const row = (
    name: string,
    valueOf: (own: Energy) => number | null,
    missing: string,
    format: (value: number) => string,
  ): Cell[] => [
    name,
    ...(['typical', 'max'] as const).map((basis): Cell => {
      const own = energy[basis];
      const isUnknown = own.itKwh.value === 0 && own.itKwh.unknownCount > 0;
      if (isUnknown) return { text: 'unknown', tone: 'open' };
      const value = valueOf(own);
      if (value === null) return { text: `unknown: ${missing}`, tone: 'open' };
      return figure(formatAtLeast(format(value), own.itKwh.unknownCount), `energy-${basis}`);
    }),
  ];
  const money = (amount: number): string => formatMoney({ low: amount, high: amount }, energy.currency);
  return createTable(
    'A year of energy',
    ['', number('At typical power'), number('At maximum power')],
    [
      row('IT', (own) => own.itKwh.value, '', formatEnergy),
      row('Site', (own) => own.siteKwh, 'PUE not set', formatEnergy),
      row('Cost', (own) => own.cost, energy.pue === null ? 'PUE not set' : 'price not set', money),
      row('CO\u2082', (own) => own.co2Kg, energy.pue === null ? 'PUE not set' : 'grid carbon not set', formatMass),
    ],
    (cells) => cells,
    { note: 'Drawn all year; no year takes more than the second column.' },
  );
}

function judge(isOverloaded: boolean | null): Cell {
  if (isOverloaded === null) return { text: 'not checked', tone: 'open' };
  return isOverloaded ? { text: 'overloaded', tone: 'bad' } : { text: 'enough', tone: 'good' };
}

function listFeed({ feeds }: FacilityReport, feed: FeedFigures): Cell[] {
  const loss = feed.worstLoss;
  const lost = feeds.find(({ feedId }) => feedId === loss?.lostFeedId)?.name ?? '';
  return [
    { text: feed.isOff ? `${feed.name} (off)` : feed.name, refs: [{ kind: 'feed', id: feed.feedId }] },
    formatNumber(feed.rackCount),
    figure(formatPartial(feed.maxW, formatPower), `feed/max/${feed.feedId}`),
    feed.usableW === null ? 'unknown' : figure(formatPower(feed.usableW), `feed/usable/${feed.feedId}`),
    feed.maxShare === null
      ? 'unknown'
      : figure(formatAtLeast(formatPercent(feed.maxShare), feed.maxW.unknownCount), `feed/share/${feed.feedId}`),
    judge(feed.isOverloaded),
    loss ? figure(`${formatPartial(loss.maxW, formatPower)} without ${lost}`, `feed/loss/${feed.feedId}`) : '\u2013',
    loss ? judge(loss.isOverloaded) : '\u2013',
  ];
}

function listPlants({ zones, cdus }: FacilityReport): Block[] {
  const plants = [
    ...zones.map((zone) => ({
      name: zone.name,
      ref: { kind: 'zone', id: zone.zoneId } as const,
      rackCount: zone.rackCount,
      unknownCount: zone.unknownCount,
      heatW: zone.heat.airW + zone.heat.openW,
      capacityW: zone.capacityW,
      isOverloaded: zone.isOverloaded,
    })),
    ...cdus.map((cdu) => ({
      name: `${cdu.name}: ${cdu.count} \u00d7 ${cdu.model}`,
      ref: { kind: 'cdu', id: cdu.cduId } as const,
      rackCount: cdu.rackCount,
      unknownCount: cdu.unknownCount,
      heatW: cdu.heat.liquidW + cdu.heat.openW,
      capacityW: cdu.capacityW,
      isOverloaded: cdu.isOverloaded,
    })),
  ];
  if (plants.length === 0)
    return [{ kind: 'text', tone: 'open', text: 'No cooling plant is drawn, so none is checked.' }];
  return [
    createTable(
      'Cooling plant',
      ['Plant', number('Racks'), number('Heat, at most'), number('Takes away'), 'Result'],
      plants,
      (plant) => [
        { text: plant.name, refs: [plant.ref] },
        formatNumber(plant.rackCount),
        formatAtLeast(formatHeat(plant.heatW), plant.unknownCount),
        plant.capacityW === null ? 'unknown' : formatHeat(plant.capacityW),
        judge(plant.isOverloaded),
      ],
    ),
  ];
}

export function listPower(content: ReportContent): Block[] {
  const { facility } = content.report;
  return [
    { kind: 'facts', facts: listPowerFacts(content) },
    createTable(
      'By device',
      ['Device', 'Part', number('Count'), number('Each, max'), number('Together, max'), 'Basis'],
      content.report.power.devices,
      (line) => [
        { text: line.deviceName, refs: [{ kind: 'device', id: line.deviceId }] },
        line.partLabel,
        formatNumber(line.memberCount),
        line.maxEachW === null ? 'unknown' : figure(formatPower(line.maxEachW), `device/max-each/${line.deviceId}`),
        figure(formatPartial(line.maxW, formatPower), `device/max/${line.deviceId}`),
        line.maxBasis ?? { text: 'unknown', tone: 'open' },
      ],
      { note: 'Each without the optics that its own figure leaves out; together with them.' },
    ),
    listEnergy(facility.energy),
    facility.feeds.length === 0
      ? { kind: 'text', tone: 'open', text: 'No power feeds are drawn: what goes dark when one fails is not checked.' }
      : createTable(
          'Feeds',
          [
            'Feed',
            number('Racks'),
            number('Load, max'),
            number('Usable'),
            number('Share'),
            'Result',
            'When another fails',
            'Result then',
          ],
          facility.feeds,
          (feed) => listFeed(facility, feed),
        ),
    ...listPlants(facility),
  ];
}
