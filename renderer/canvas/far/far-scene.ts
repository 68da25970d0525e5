/**
 * The drawing as seen from afar: one tile for each rack frame, free-standing device or collapsed unit, one trunk for all links
 * between two tiles. Planned once for each design, marked once for each report, whatever the zoom. Pure.
 */
import type { Severity } from '#core/base/diagnostic.ts';
import type { Design, Device, Link, Rack } from '#core/design/design.ts';
import { formatCount, formatNumber, formatSpeed } from '../../ui/format.ts';
import { type CanvasKind, parseCanvasId, toCanvasId } from '../canvas-id.ts';
import type { CanvasLayout, Spot } from '../canvas-layout.ts';
import type { ReportIndex } from '../index-report.ts';
import type { Box } from '../route-link.ts';

/** What stands inside a frame, as a strip of its tile. */
interface FarStrip {
  readonly id: string;
  readonly box: Box;
  readonly device: Device;
}

export interface FarTile {
  /** Canvas id of the frame or device. */
  readonly id: string;
  readonly box: Box;
  readonly name: string;
  readonly count: number;
  /** `6 device groups`. */
  readonly detail: string;
  /** What it is; both null = a collapsed unit. */
  readonly device: Device | null;
  readonly rack: Rack | null;
  readonly strips: readonly FarStrip[];
  /** The worst of what is in it. */
  readonly severity: Severity | null;
  readonly hasBroken: boolean;
}

export interface FarTrunk {
  /** Places in the list of tiles (of blocks, where blocks are joined). */
  readonly from: number;
  readonly to: number;
  readonly links: readonly Link[];
  /** Connections of all its links; null = not computed yet. */
  readonly connectionCount: number | null;
}

/** An open unit: a frame behind its tiles. */
export interface FarFrame {
  readonly id: string;
  readonly box: Box;
  readonly name: string;
  /** Places in the list of tiles. */
  readonly tiles: readonly number[];
}

export interface FarScene {
  readonly frames: readonly FarFrame[];
  readonly tiles: readonly FarTile[];
  readonly trunks: readonly FarTrunk[];
  /** The tile that each item on the plane is part of, by canvas id. */
  readonly tileOf: ReadonlyMap<string, number>;
}

interface Content {
  readonly type: CanvasKind;
  readonly objectId: string;
}

/** The scene without what a report says of it. */
interface ScenePlan extends FarScene {
  /** What each tile stands for. */
  readonly contents: readonly (readonly Content[])[];
}

const known = new WeakMap<CanvasLayout, ScenePlan>();

/** What of the scene follows from the design alone; the same object for the same layout. One pass over items, one over links. */
export function planScene(design: Design, layout: CanvasLayout): ScenePlan {
  const before = known.get(layout);
  if (before) return before;
  const plan = findTiles(design, layout);
  known.set(layout, plan);
  return plan;
}

/** By plan first: the index of no report outlives every design. */
const marked = new WeakMap<ScenePlan, WeakMap<ReportIndex, FarScene>>();

/** Cost of a further report: one look at every object. The same object for the same layout and report. */
export function buildScene(design: Design, layout: CanvasLayout, report: ReportIndex): FarScene {
  const plan = planScene(design, layout);
  const scenes = marked.get(plan) ?? new WeakMap<ReportIndex, FarScene>();
  marked.set(plan, scenes);
  const scene = scenes.get(report) ?? markPlan(plan, report);
  scenes.set(report, scene);
  return scene;
}

function markPlan({ frames, tiles, contents, trunks, tileOf }: ScenePlan, report: ReportIndex): FarScene {
  return {
    frames,
    tiles: report.hasMarks ? tiles.map((tile, at) => markTile(tile, contents[at] ?? [], report)) : tiles,
    trunks: countTrunks(trunks, report),
    tileOf,
  };
}

function markTile(tile: FarTile, contents: readonly Content[], report: ReportIndex): FarTile {
  const marks = contents.map(({ type, objectId }) => report.problems(type, objectId)?.severity ?? null);
  const severity = severities.find((own) => marks.includes(own)) ?? null;
  const hasBroken = contents.some(({ type, objectId }) => type === 'device' && report.brokenMembers(objectId) > 0);
  return severity === null && !hasBroken ? tile : { ...tile, severity, hasBroken };
}

const severities: readonly Severity[] = ['error', 'warning', 'advice'];

function countTrunks(trunks: readonly FarTrunk[], report: ReportIndex): FarTrunk[] {
  const counted = trunks.map((trunk): FarTrunk => {
    let connectionCount: number | null = null;
    for (const { id } of trunk.links) {
      const own = report.link(id)?.connectionCount;
      if (own !== undefined) connectionCount = (connectionCount ?? 0) + own;
    }
    return connectionCount === null ? trunk : { ...trunk, connectionCount };
  });
  return sortTrunks(counted);
}

function findTiles(design: Design, layout: CanvasLayout): ScenePlan {
  const tileOf = new Map<string, number>();
  /** By device id: links name their ends so, ten thousand of them. */
  const tileOfDevice = new Map<string, number>();
  const inside: Spot[][] = [];
  const roots: Spot[] = [];
  for (const spot of layout.spots.values()) {
    if (layout.units.get(spot.id)?.isCollapsed === false) continue;
    const frame = spot.parentId === undefined ? undefined : tileOf.get(spot.parentId);
    const place = frame ?? roots.length;
    tileOf.set(spot.id, place);
    if (spot.type === 'device') tileOfDevice.set(spot.objectId, place);
    if (frame !== undefined) {
      inside[frame]?.push(spot);
      continue;
    }
    roots.push(spot);
    inside.push([]);
  }
  for (const [hidden, tile] of layout.tileOf) {
    const place = tileOf.get(tile) ?? -1;
    tileOf.set(hidden, place);
    const { kind, id } = parseCanvasId(hidden);
    if (kind === 'device') tileOfDevice.set(id, place);
  }
  return {
    frames: listFrames(design, layout, tileOf),
    tiles: roots.map((root, at) => projectTile(design, layout, root, inside[at] ?? [])),
    contents: roots.map((root, at) => [
      root,
      ...(inside[at] ?? []),
      ...(layout.units.get(root.id)?.hidden.map((hidden): Content => {
        const { kind, id } = parseCanvasId(hidden);
        return { type: kind, objectId: id };
      }) ?? []),
    ]),
    trunks: recallTrunks(design, tileOfDevice),
    tileOf,
  };
}

function listFrames(design: Design, layout: CanvasLayout, tileOf: ReadonlyMap<string, number>): FarFrame[] {
  return [...layout.units].flatMap(([id, { unitId, isCollapsed, box }]): FarFrame[] => {
    const unit = design.units?.[unitId];
    if (!unit || isCollapsed) return [];
    const tiles = unit.members.flatMap((member) => tileOf.get(toCanvasId(member.kind, member.id)) ?? []);
    return [{ id, box, name: unit.name, tiles }];
  });
}

function projectTile(design: Design, layout: CanvasLayout, root: Spot, contents: readonly Spot[]): FarTile {
  const rack = root.type === 'rack' ? design.racks[root.objectId] : undefined;
  const device = root.type === 'device' ? design.devices[root.objectId] : undefined;
  const unit = root.type === 'unit' ? design.units?.[root.objectId] : undefined;
  const strips = contents.flatMap((spot): FarStrip[] => {
    const box = layout.boxes.get(spot.id);
    const inner = design.devices[spot.objectId];
    return box && inner ? [{ id: spot.id, box, device: inner }] : [];
  });
  const racks = unit?.members.filter((member) => member.kind === 'rack').length ?? 0;
  return {
    id: root.id,
    box: layout.boxes.get(root.id) ?? { x: 0, y: 0, width: 0, height: 0 },
    name: (rack ?? device ?? unit)?.name ?? '',
    count: (rack ?? device)?.count ?? 1,
    detail: device ? device.role : rack ? countGroups(strips.length) : formatCount(racks, 'rack group'),
    device: device ?? null,
    rack: rack ?? null,
    strips,
    severity: null,
    hasBroken: false,
  };
}

function countGroups(count: number): string {
  return count === 0 ? 'empty' : formatCount(count, 'device group');
}

interface JoinedTiles {
  readonly links: Design['links'];
  readonly tileOfDevice: ReadonlyMap<string, number>;
  readonly trunks: readonly FarTrunk[];
}

let last: JoinedTiles = { links: {}, tileOfDevice: new Map(), trunks: [] };

/** Most edits change neither a link nor what stands in what: then the trunks are those of before. */
function recallTrunks(design: Design, tileOfDevice: JoinedTiles['tileOfDevice']): readonly FarTrunk[] {
  const { links } = design;
  if (last.links !== links || !isSameMap(last.tileOfDevice, tileOfDevice))
    last = { links, tileOfDevice, trunks: joinTiles(design, tileOfDevice) };
  return last.trunks;
}

function isSameMap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}

function joinTiles({ links }: Design, tileOfDevice: JoinedTiles['tileOfDevice']): FarTrunk[] {
  const ends: FarTrunk[] = [];
  for (const link of Object.values(links)) {
    const from = tileOfDevice.get(link.a.deviceId);
    const to = tileOfDevice.get(link.b.deviceId);
    if (from === undefined || to === undefined || from < 0 || to < 0 || from === to) continue;
    ends.push({ from, to, links: [link], connectionCount: null });
  }
  return mergeTrunks(ends);
}

/** More places than there can be: two of them make one number. */
const PLACES_MAX = 2 ** 26;

/** One trunk for all that join the same two ends; the most connections last, so that they are drawn on top. */
export function mergeTrunks(trunks: readonly FarTrunk[]): FarTrunk[] {
  const merged = new Map<number, { from: number; to: number; links: Link[]; connectionCount: number | null }>();
  for (const { from, to, links, connectionCount } of trunks) {
    const key = from < to ? from * PLACES_MAX + to : to * PLACES_MAX + from;
    const trunk = merged.get(key);
    if (!trunk) {
      merged.set(key, { from, to, links: [...links], connectionCount });
      continue;
    }
    trunk.links.push(...links);
    if (connectionCount !== null) trunk.connectionCount = (trunk.connectionCount ?? 0) + connectionCount;
  }
  return sortTrunks([...merged.values()]);
}

function sortTrunks(trunks: FarTrunk[]): FarTrunk[] {
  return trunks.sort((a, b) => (a.connectionCount ?? 0) - (b.connectionCount ?? 0));
}

/** `64 × 400G`; without a report the speed alone, or how many links there are. */
export function describeTrunk({ links, connectionCount }: FarTrunk): string {
  const speeds = [...new Set(links.map((link) => link.speedGbps))].sort((a, b) => a - b);
  const named = speeds.length > 2 ? 'mixed speeds' : speeds.map(formatSpeed).join('/');
  if (connectionCount === null) return speeds.length > 1 ? formatCount(links.length, 'link') : named;
  return `${formatNumber(connectionCount)} × ${named}`;
}
