/** What is taken for granted where nothing was measured, stated or drawn: as set by hand, by default, or for want of facts. */
import { DEFAULT_SITE } from '#core/design/facilities.ts';
import { DEFAULT_CABLING } from '#core/design/floor.ts';
import { SIM_CONSTANTS } from '#core/sim/constants.ts';
import { currentScenario } from '../../store/current-scenario.ts';
import {
  explainPartial,
  formatCount,
  formatDelay,
  formatLength,
  formatNumber,
  formatPercent,
  formatPower,
} from '../../ui/format.ts';
import { explainMoneySum } from '../../ui/money.ts';
import type { Block } from './blocks.ts';
import type { ReportContent } from './content.ts';
import { nameLine } from './list-parts.ts';

export interface Assumption {
  readonly head: string;
  readonly text: string;
}

type Sentence = Assumption | null;

function listLengths({ design, report }: ReportContent): Sentence[] {
  const { cableCount, measuredCount } = report.deployability;
  if (cableCount === 0) return [];
  const { slackM, slackInRackM } = design.cabling ?? DEFAULT_CABLING;
  const planned = cableCount - measuredCount;
  const chosen = report.links.filter((link) => link.mediumAutomatic).length;
  return [
    planned === 0
      ? null
      : {
          head: 'Lengths as planned',
          text: `${formatNumber(planned)} of ${formatCount(cableCount, 'cable')} run between places that are not drawn; their lengths are those planned for their links.`,
        },
    measuredCount === 0
      ? null
      : {
          head: 'Slack',
          text: `Measured runs hold ${formatLength(slackM)} at each end, ${formatLength(slackInRackM)} inside a rack.`,
        },
    chosen === 0
      ? null
      : {
          head: 'Media chosen by rule',
          text: `${formatNumber(chosen)} of ${formatCount(report.links.length, 'link')} take the cheapest kind of cable or optics that fits both ends and reaches.`,
        },
  ];
}

function listSite({ design, report }: ReportContent): Sentence[] {
  const { site = DEFAULT_SITE } = design;
  const { energy, airRiseC, coolantRiseC, liquidShare } = report.facility;
  const missing = [
    energy.pue === null ? 'the PUE' : '',
    energy.pricePerKwh === null ? 'the price of energy' : '',
    energy.gridCo2KgPerKwh === null ? 'the carbon of the grid' : '',
  ].filter(Boolean);
  const isDefault = site.airRiseC === DEFAULT_SITE.airRiseC && site.coolantRiseC === DEFAULT_SITE.coolantRiseC;
  return [
    {
      head: 'Air and coolant',
      text: `The air through the racks gets ${formatNumber(airRiseC, 1)} \u00b0C warmer, the coolant ${formatNumber(coolantRiseC, 1)} \u00b0C${isDefault ? ': not set for this site, taken as usual' : ''}.`,
    },
    liquidShare === null
      ? null
      : {
          head: 'Liquid share',
          text: `Devices whose maker does not state it give ${formatPercent(liquidShare)} of their heat to the coolant.`,
        },
    missing.length === 0
      ? null
      : { head: 'Rates of the site', text: `Not set: ${missing.join(', ')}. What rests on them is unknown, not 0.` },
    ...report.facility.feeds.map(
      ({ name, derating }): Sentence =>
        derating === 1 ? null : { head: name, text: `May carry ${formatPercent(derating)} of its rating without end.` },
    ),
  ];
}

function listMissing({ report }: ReportContent): Sentence[] {
  const power = explainPartial(report.power.maxW);
  const prices = explainMoneySum(report.cost.total);
  return [
    power ? { head: `Power, at least ${formatPower(report.power.maxW.value)}`, text: power } : null,
    prices ? { head: 'Cost', text: prices } : null,
  ];
}

function listDelays({ report }: ReportContent): Sentence[] {
  return report.fabrics.flatMap(({ name, latency, allToAll, paths }): Sentence[] => [
    ...(latency?.assumptions ?? []).map(({ label, valueNs, deviceCount }) => ({
      head: `Latency of ${name}`,
      text: `${label}: ${formatDelay(valueNs)} taken${deviceCount > 0 ? `, for ${formatCount(deviceCount, 'device')}` : ''}.`,
    })),
    (allToAll?.isEstimate ?? false) || (latency?.isEstimate ?? false) || (paths?.isEstimate ?? false)
      ? { head: name, text: 'All-to-all, paths and latency are estimated from a sample of destinations.' }
      : null,
  ]);
}

/** Constants of the models that were changed for the current scenario. */
function listConstants({ design }: ReportContent): Sentence[] {
  const { constants } = currentScenario(design);
  return SIM_CONSTANTS.map(({ id, label, value, unit }) => {
    const own = constants[id];
    if (own === undefined) return null;
    const text = `${formatNumber(own, 3)} ${unit}, set by hand; published or fitted: ${formatNumber(value, 3)} ${unit}.`;
    return { head: label, text };
  });
}

/** Makers and those who cite them do not always agree. */
function listConflicts({ report, findPart }: ReportContent): Sentence[] {
  const seen = new Set<string>();
  return report.bom.flatMap((line) => {
    const part = line.partId === null || seen.has(line.partId) ? undefined : findPart(line.partId);
    if (!part) return [];
    seen.add(part.id);
    return part.conflicts.map((text) => ({ head: `Sources disagree: ${nameLine(part)}`, text }));
  });
}

export function listAssumptions(content: ReportContent): Block[] {
  const items = [
    ...listLengths(content),
    ...listSite(content),
    ...listMissing(content),
    ...listDelays(content),
    ...listConstants(content),
    ...listConflicts(content),
  ].filter((sentence) => sentence !== null);
  return [{ kind: 'list', title: 'Taken for granted', items }];
}
