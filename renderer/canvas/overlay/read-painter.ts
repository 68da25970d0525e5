/**
 * The painter of the overlay that is on, made anew when what it is made from changes, and what components show of it. Where an
 * object looks as before its paint stays the same object, so that nothing is drawn again.
 */
import { useSyncExternalStore } from 'react';
import type { Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { design, designStore } from '../../store/design-store.ts';
import { fabricFilterStore, listLonelyDevices } from '../../store/fabric-filter.ts';
import { reportStore } from '../../store/report-store.ts';
import { simulationStore } from '../../store/simulation-store.ts';
import { viewStore } from '../../store/view-store.ts';
import { indexReport } from '../index-report.ts';
import { createPainter, type PainterSource } from './create-painter.ts';
import { isSamePaint, type Paint, type Painter } from './paint.ts';

let source: PainterSource | null = null;
let painter: Painter | null = null;
const lastPaints = new Map<string, Paint>();

function createSource(): PainterSource {
  const { overlay } = viewStore.getState();
  const { report } = reportStore.getState();
  // An overlay that asks nothing of the report or the run is not made anew for them.
  const asksReport = overlay !== 'none' && overlay !== 'phase' && overlay !== 'load';
  const used: Report | null = asksReport ? report : null;
  const flow = overlay === 'load' ? simulationStore.getState().flow : null;
  return { overlay, design: design(), report: used, index: indexReport(used), flow };
}

/** Cheap while nothing has changed. */
function readPainter(): Painter {
  const next = createSource();
  const isSame =
    source !== null && (Object.keys(next) as (keyof PainterSource)[]).every((key) => next[key] === source?.[key]);
  if (painter && isSame) return painter;
  if (source?.overlay !== next.overlay) lastPaints.clear();
  source = next;
  painter = createPainter(next);
  return painter;
}

/** Calls back when `readPainter` may answer differently. Returns the way to stop. */
export function subscribePainter(listener: () => void): () => void {
  const stops = [viewStore, designStore, reportStore, simulationStore].map((store) => store.subscribe(listener));
  return () => {
    for (const stop of stops) stop();
  };
}

export type PaintedKind = 'device' | 'rack' | 'link';

/** What the overlay says of an object now; the same object while it says the same. */
export function readPaint(kind: PaintedKind, id: string): Paint | null {
  const now = readPainter();
  if (source?.overlay === 'none') return null;
  const paint = paintRecord(now, design(), kind, id);
  const key = `${kind}:${id}`;
  const last = lastPaints.get(key);
  if (paint === null) return null;
  if (last && isSamePaint(last, paint)) return last;
  lastPaints.set(key, paint);
  return paint;
}

function paintRecord(by: Painter, owner: Design, kind: PaintedKind, id: string): Paint | null {
  if (kind === 'link') {
    const link = findRecord(owner.links, id);
    return link ? by.link(link) : null;
  }
  if (kind === 'device') {
    const device = findRecord(owner.devices, id);
    return device ? by.device(device) : null;
  }
  const rack = findRecord(owner.racks, id);
  return rack ? by.rack(rack) : null;
}

/** What the overlay says of an object; null = nothing. */
export function usePaint(kind: PaintedKind, id: string): Paint | null {
  return useSyncExternalStore(subscribePainter, () => readPaint(kind, id));
}

export function usePainter(): Painter {
  return useSyncExternalStore(subscribePainter, readPainter);
}

let lonely: ReadonlySet<string> = new Set();
let lonelyOf: { readonly links: Design['links']; readonly shown: readonly string[] | null } | null = null;

/** Devices that step back because none of their links shows. */
function readLonely(): ReadonlySet<string> {
  const { shown } = fabricFilterStore.getState();
  const { links } = design();
  if (lonelyOf?.links !== links || lonelyOf.shown !== shown) {
    lonelyOf = { links, shown };
    lonely = listLonelyDevices(design(), shown);
  }
  return lonely;
}

function subscribeLonely(listener: () => void): () => void {
  const stops = [fabricFilterStore.subscribe(listener), designStore.subscribe(listener)];
  return () => {
    for (const stop of stops) stop();
  };
}

export function useIsLonely(deviceId: string): boolean {
  return useSyncExternalStore(subscribeLonely, () => readLonely().has(deviceId));
}
