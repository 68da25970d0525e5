/**
 * The figure of the canvas under the pointer: nodes and labels carry only its name (`data-figure`), so that a thousand of them cost
 * nothing; whose it is is read off the node around it when the pointer rests there.
 */
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { Report } from '#core/analysis/report.ts';
import { findRecord } from '#core/design/records.ts';
import { listUnitItems } from '#core/design/unit-contents.ts';
import { nameLink } from '#core/edit/names.ts';
import { explainLinkLoad } from '#core/sim/explain/explain-flow.ts';
import { design } from '../store/design-store.ts';
import type { ExplainedFigure, ExplainSource } from '../store/explain-store.ts';
import {
  findPortsUsed,
  listFiguresOf,
  listFullestPower,
  listTrunkFigures,
  listUnitFigures,
} from '../store/object-figures.ts';
import { reportStore } from '../store/report-store.ts';
import { simulationStore } from '../store/simulation-store.ts';
import { viewStore } from '../store/view-store.ts';
import { type CanvasKind, parseCanvasId } from './canvas-id.ts';
import { listRefs } from './trunk-refs.ts';

/** What a `data-figure` may name. `use` stands for the ports of the block in `data-block`, `paint` for what the overlay says. */
export type FigureName = 'count' | 'broken' | 'use' | 'scale-up' | 'space' | 'power' | 'contents' | 'paint' | 'cut';

/** null = nothing there tells how it is counted. */
export function findFigureAt(target: EventTarget | null): ExplainedFigure | null {
  const anchor = target instanceof Element ? target.closest<HTMLElement>('[data-figure]') : null;
  const canvasId = anchor?.closest<HTMLElement>('[data-canvas-id]')?.dataset['canvasId'];
  const { report } = reportStore.getState();
  if (!anchor || canvasId === undefined || !report) return null;
  const { figure: name, block } = anchor.dataset;
  const source = findSource(canvasId, name as FigureName, report, block);
  if (source === null) return null;
  return { anchor, source, figure: listFiguresOf(design(), report, listRefs(canvasId))?.name ?? '' };
}

/** What a figure of an item tells; null = nothing tells how it is counted. */
export function findSource(canvasId: string, name: FigureName, report: Report, block = ''): ExplainSource | null {
  return chooseSource({ ...parseCanvasId(canvasId), canvasId, name, block, report });
}

interface Item {
  readonly kind: CanvasKind;
  readonly id: string;
  readonly canvasId: string;
  readonly name: FigureName;
  readonly block: string;
  readonly report: Report;
}

function chooseSource(item: Item): ExplainSource | null {
  const { overlay } = viewStore.getState();
  if (item.name === 'paint' && overlay === 'load' && item.kind === 'link') return explainLoad(item.canvasId);
  const metricIds = LISTS[item.kind](item.name === 'paint' ? { ...item, name: PAINTED[overlay] ?? 'paint' } : item);
  const [first] = metricIds;
  return metricIds.length === 1 ? (first ?? null) : metricIds.length === 0 ? null : metricIds;
}

/** The figure that an overlay writes on what it paints. */
const PAINTED: Partial<Record<string, FigureName>> = { power: 'power', failures: 'broken', speed: 'count' };

const LISTS: Readonly<Record<CanvasKind, (item: Item) => readonly MetricId[]>> = {
  device: listDeviceMetrics,
  rack: listRackMetrics,
  unit: listUnitMetrics,
  link: listLinkMetrics,
};

function listDeviceMetrics({ id, name, block, report }: Item): MetricId[] {
  switch (name) {
    case 'count':
      return [`device/members/${id}`];
    case 'broken':
      return [`device/broken/${id}`];
    case 'scale-up':
      return [`device/domains/${id}`];
    case 'power':
      return [`device/max-each/${id}`, `device/max/${id}`];
    default: {
      const used = findPortsUsed(report, id, block);
      return used === null ? [] : [used];
    }
  }
}

function listRackMetrics({ id, name, report }: Item): MetricId[] {
  switch (name) {
    case 'count':
      return [`rack/count/${id}`];
    case 'broken':
      return [`rack/broken/${id}`];
    case 'space':
      return [`sum/fullest/group/${id}`];
    default:
      return [...listFullestPower(report, id), `rack/limit/${id}`];
  }
}

function listUnitMetrics({ id, name, report }: Item): MetricId[] {
  if (name === 'contents') return listUnitFigures(id);
  const unit = findRecord(design().units ?? {}, id);
  if (name !== 'broken' || !unit) return [];
  const inside = new Set(listUnitItems(design(), unit).map((item) => `${item.kind} ${item.id}`));
  const broken = report.failures?.devices ?? [];
  return broken.flatMap(({ deviceId }): MetricId[] =>
    inside.has(`device ${deviceId}`) ? [`device/broken/${deviceId}`] : [],
  );
}

function listLinkMetrics({ canvasId, name }: Item): MetricId[] {
  const ids = listRefs(canvasId).map((ref) => ref.id);
  const [only = '', ...others] = ids;
  if (name === 'broken') return ids.map((id): MetricId => `link/broken/${id}`);
  if (name === 'cut') return [`bisection/${viewStore.getState().shownCut ?? ''}`];
  return others.length > 0 ? listTrunkFigures(ids) : [`link/connections/${only}`, `link/cables/${only}`];
}

/** Of the fullest of its links, which is what the label says. */
function explainLoad(canvasId: string): ExplainSource {
  return () => {
    const { flow } = simulationStore.getState();
    if (!flow) return null;
    const { links } = design();
    const load = (id: string): number => flow.utilisationOfLink[id] ?? 0;
    const [fullest] = listRefs(canvasId).toSorted((a, b) => load(b.id) - load(a.id));
    const link = fullest && findRecord(links, fullest.id);
    if (!link) return null;
    return explainLinkLoad(flow, { linkId: link.id, name: nameLink(design(), link), speedGbps: link.speedGbps });
  };
}
