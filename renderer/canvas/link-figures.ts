/** What the line of one link, or of a trunk of several, says: figures, words and colour. Pure. */
import type { Design, Link } from '#core/design/design.ts';
import { chooseFabricColour } from '../store/fabric-colour.ts';
import { formatCount, formatNumber, formatSpeed } from '../ui/format.ts';
import { type BrokenCount, describeBroken } from './broken-badge.tsx';
import { describeProblems } from './describe-node.ts';
import type { ProblemMark, ReportIndex } from './index-report.ts';

export interface LinkFigures {
  /** '1 016 × 400G', of a trunk of several speeds '64 cables'; without a report the speed alone. */
  readonly caption: string;
  /** null = not computed yet. */
  readonly connectionCount: number | null;
  readonly loss: BrokenCount;
  /** null = not computed yet, or several. */
  readonly mediumLabel: string | null;
  /** No medium of the catalog fits, the chosen one does not, or a cage is not known: the problems say which. */
  readonly isUnresolved: boolean;
  readonly problems: ProblemMark | null;
  /** CSS custom property of the fabric's colour. */
  readonly colour: string;
  /** A line for each link of a trunk; empty for a single link. */
  readonly parts: readonly string[];
}

export function readFigures(design: Design, links: readonly [Link, ...Link[]], report: ReportIndex): LinkFigures {
  const [lead] = links;
  const figures = links.flatMap((link) => report.link(link.id) ?? []);
  const isComputed = figures.length === links.length;
  const connectionCount = isComputed ? sum(figures.map((one) => one.connectionCount)) : null;
  const brokenCount = sum(links.map((link) => report.brokenConnections(link.id)));
  const media = new Set(figures.map((one) => one.mediumLabel));
  const fabrics = new Set(links.map((link) => link.fabricId));
  return {
    caption: describeCount(links, connectionCount, sum(figures.map((one) => one.cableCount))),
    connectionCount,
    loss: { brokenCount, total: connectionCount ?? brokenCount },
    mediumLabel: isComputed && media.size === 1 ? (figures[0]?.mediumLabel ?? null) : null,
    isUnresolved: figures.some((one) => !one.mediumResolved),
    problems:
      links.length === 1
        ? report.problems('link', lead.id)
        : report.problemsOfAll(links.map(({ id }) => ({ kind: 'link', id }))),
    colour: fabrics.size === 1 ? chooseFabricColour(design.fabrics, lead.fabricId) : 'var(--text-2)',
    parts: links.length === 1 ? [] : links.map((link) => describePart(design, link, report)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function describeCount(links: readonly Link[], connectionCount: number | null, cableCount: number): string {
  const [speed, ...others] = new Set(links.map((link) => link.speedGbps));
  const isOneSpeed = speed !== undefined && others.length === 0;
  if (connectionCount === null) return isOneSpeed ? formatSpeed(speed) : formatCount(links.length, 'link');
  return isOneSpeed ? `${formatNumber(connectionCount)} × ${formatSpeed(speed)}` : formatCount(cableCount, 'cable');
}

/** 'Compute: DGX H100 to leaf, 1 016 × 400G, 1 016 cables' */
function describePart({ devices, fabrics }: Design, link: Link, report: ReportIndex): string {
  const figures = report.link(link.id);
  const name = `${devices[link.a.deviceId]?.name} to ${devices[link.b.deviceId]?.name}`;
  const count = figures ? `${formatNumber(figures.connectionCount)} × ` : '';
  const cables = figures ? `, ${formatCount(figures.cableCount, 'cable')}` : '';
  return `${fabrics[link.fabricId]?.name}: ${name}, ${count}${formatSpeed(link.speedGbps)}${cables}`;
}

/** For screen readers. */
export function describeLine(nameA: string, nameB: string, linkCount: number, figures: LinkFigures): string {
  const what = linkCount === 1 ? 'Link' : `Trunk of ${formatCount(linkCount, 'link')}`;
  const facts = [`${what} ${nameA} to ${nameB}`, figures.caption];
  if (figures.loss.brokenCount > 0) facts.push(describeBroken(figures.loss));
  if (figures.isUnresolved) facts.push('medium not resolved');
  else if (figures.mediumLabel !== null) facts.push(figures.mediumLabel);
  const trouble = describeProblems(figures.problems);
  if (trouble !== null) facts.push(trouble);
  return facts.join(', ');
}
