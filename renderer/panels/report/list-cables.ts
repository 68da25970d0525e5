/** The cables: what kinds in which lengths, where they run, and link by link what joins the two ends. */
import type { LinkReport } from '#core/analysis/report.ts';
import { formatLength, formatNumber, formatSpeed } from '../../ui/format.ts';
import { formatCountOf, formatRunShares } from '../schedule/run-shares.ts';
import { nameLink } from '../simulate/describe-failure.ts';
import { type Block, createTable, type Fact, figure, number, wide } from './blocks.ts';
import type { ReportContent } from './content.ts';
import { nameLine } from './list-parts.ts';

function listRuns({ report: { deployability } }: ReportContent): Fact[] {
  const { cableCount, measuredCount, copper } = deployability;
  const runs = formatRunShares(deployability);
  return [
    { label: 'Cables', value: formatNumber(cableCount), source: 'cables' },
    {
      label: 'Measured on the floor',
      value: formatCountOf(measuredCount, cableCount),
      note: measuredCount < cableCount ? 'the others run as planned' : null,
      source: 'cabling/measured',
    },
    { label: 'Inside one rack', value: runs.inRack, source: 'cabling/in-rack' },
    { label: 'Inside one row', value: runs.inRow, source: 'cabling/in-row' },
    { label: 'From row to row', value: runs.crossRow, source: 'cross-row' },
    {
      label: 'From room to room',
      value: runs.crossRoom,
      source: 'cabling/cross-room',
    },
    {
      label: 'Beyond passive copper',
      value: copper.cableCount === 0 ? 'unknown' : formatCountOf(copper.beyondReachCount, copper.cableCount),
      source: 'beyond-copper',
    },
    {
      label: 'Bought, all together',
      value: formatLength(deployability.boughtTotalM, 0),
      note: `runs of ${formatLength(deployability.runTotalM, 0)}`,
      source: 'cable-length',
    },
  ];
}

function describeMedium({ mediumLabel, mediumResolved, mediumAutomatic }: LinkReport): string {
  if (!mediumResolved) return `${mediumLabel}, see Design rules`;
  return mediumAutomatic ? `${mediumLabel} (chosen by rule)` : mediumLabel;
}

export function listCables(content: ReportContent): Block[] {
  const { report, design } = content;
  const cables = report.bom.filter((line) => line.category === 'cable');
  if (report.deployability.cableCount === 0) return [{ kind: 'text', text: 'The design has no cables.' }];
  const runs = new Map(report.deployability.links.map((run) => [run.linkId, run]));
  return [
    { kind: 'facts', facts: listRuns(content) },
    createTable(
      'By kind and length',
      ['Cable', number('Length'), number('Quantity'), number('Spares')],
      cables,
      (line) => [
        nameLine(line),
        line.lengthM === null ? 'unknown' : formatLength(line.lengthM),
        formatNumber(line.quantity),
        formatNumber(line.spares),
      ],
      {
        total: [
          'Total',
          '',
          formatNumber(cables.reduce((sum, line) => sum + line.quantity, 0)),
          formatNumber(cables.reduce((sum, line) => sum + line.spares, 0)),
        ],
      },
    ),
    createTable(
      'By link',
      [
        wide('Link', 22),
        number('Connections'),
        number('Speed'),
        number('Cables'),
        number('Shortest'),
        number('Longest'),
        wide('Medium', 34),
      ],
      report.links,
      (link) => {
        const run = runs.get(link.linkId);
        return [
          { text: nameLink(design, link.linkId), refs: [{ kind: 'link', id: link.linkId }] },
          link.connectionCount === link.requestedCount
            ? figure(formatNumber(link.connectionCount), `link/connections/${link.linkId}`)
            : { text: `${formatNumber(link.connectionCount)} of ${formatNumber(link.requestedCount)}`, tone: 'bad' },
          formatSpeed(link.speedGbps),
          figure(formatNumber(link.cableCount), `link/cables/${link.linkId}`),
          run ? formatLength(run.shortestM, 1) : '\u2013',
          formatLength(run ? run.longestM : link.lengthM, 1),
          link.mediumResolved ? describeMedium(link) : { text: describeMedium(link), tone: 'open' },
        ];
      },
      { note: 'Lengths are of the runs, slack included; cables are bought in the lengths above.' },
    ),
  ];
}
