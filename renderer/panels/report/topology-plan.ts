/**
 * Where the drawing of a fabric puts what: its device groups in tiers, switches above what they connect, and the links between them.
 * Too many groups to tell apart on a page stand together by role and part.
 */
import type { LinkReport } from '#core/analysis/report.ts';
import type { Design, Device, Fabric } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { formatNumber } from '../../ui/format.ts';
import { ROLE_LABELS } from '../labels.ts';
import { TIER_OF_ROLE } from '../../store/tier-of-role.ts';

/** In px of the drawing, which is as wide as a page. */
export const DRAWING_WIDTH = 720;
const BOX = { width: 114, height: 40 };
const GAP = { x: 36, y: 34 };
const TIER_GAP = 60;
/** Of a line over the boxes between its ends; less than the room above a row. */
const BOW = 30;
const LABEL_RISE = 8;
/** Boxes that stay legible. */
const BOXES_MAX = 30;

const TIERS = [0, 1, 2, 3];
const LOWEST_TIER = 3;

/** A switch is at home in the first of these that it has links in; in the others it is connected as servers are. */
const PURPOSES: readonly Fabric['purpose'][] = ['compute', 'storage', 'frontend', 'inband', 'oob'];

export interface PlannedBox {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly isSwitch: boolean;
  readonly deviceIds: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlannedLine {
  readonly key: string;
  readonly cableCount: number;
  /** As SVG writes it. */
  readonly path: string;
  /** Where its cables are written. */
  readonly labelX: number;
  readonly labelY: number;
}

export interface TopologyPlan {
  /** Where the drawing begins, below 0 where a line bows over the first row, and where it ends. */
  readonly top: number;
  readonly height: number;
  readonly boxes: readonly PlannedBox[];
  readonly lines: readonly PlannedLine[];
  /** Groups stand together by role and part. */
  readonly isMerged: boolean;
  /** Cables with both ends in one box, for which no line is drawn. */
  readonly innerCableCount: number;
}

interface Pile {
  readonly key: string;
  readonly name: string;
  readonly tier: number;
  readonly isSwitch: boolean;
  readonly partId: string;
  readonly deviceIds: string[];
  memberCount: number;
}

/** For every device with links: how near to compute the fabric is that it is at home in. */
function rankHomes(design: Design, links: readonly LinkReport[]): Map<string, number> {
  const homes = new Map<string, number>();
  for (const { fabricId, deviceAId, deviceBId } of links) {
    const rank = rankFabric(design, fabricId);
    for (const id of [deviceAId, deviceBId]) homes.set(id, Math.min(rank, homes.get(id) ?? PURPOSES.length));
  }
  return homes;
}

function rankFabric(design: Design, fabricId: string): number {
  return PURPOSES.indexOf(findRecord(design.fabrics, fabricId)?.purpose ?? 'oob');
}

function pileUp(devices: readonly Device[], tierOf: (device: Device) => number, isMerged: boolean): Pile[] {
  const piles = new Map<string, Pile>();
  for (const device of devices) {
    const { id, name, role, partId, count } = device;
    const tier = tierOf(device);
    const key = isMerged ? `${role} ${tier} ${partId}` : id;
    const shownName = isMerged ? ROLE_LABELS[role] : name;
    const pile = piles.get(key) ?? {
      key,
      name: shownName,
      tier,
      isSwitch: tier < LOWEST_TIER && role !== 'management',
      partId,
      deviceIds: [],
      memberCount: 0,
    };
    pile.deviceIds.push(id);
    pile.memberCount += count;
    piles.set(key, pile);
  }
  return [...piles.values()];
}

/** Tiers from the top down, in rows of as many boxes as go beside each other. */
function placeBoxes(piles: readonly Pile[], noteOf: (pile: Pile) => string): { boxes: PlannedBox[]; height: number } {
  const perRow = Math.floor((DRAWING_WIDTH + GAP.x) / (BOX.width + GAP.x));
  const boxes: PlannedBox[] = [];
  let y = 0;
  for (const tier of TIERS) {
    const own = piles.filter((pile) => pile.tier === tier);
    if (own.length === 0) continue;
    if (boxes.length > 0) y += TIER_GAP - GAP.y;
    for (let first = 0; first < own.length; first += perRow) {
      const row = own.slice(first, first + perRow);
      const left = (DRAWING_WIDTH - row.length * BOX.width - (row.length - 1) * GAP.x) / 2;
      row.forEach((pile, at) => {
        const { key, name, isSwitch, deviceIds } = pile;
        const x = left + at * (BOX.width + GAP.x);
        boxes.push({ key, name, note: noteOf(pile), isSwitch, deviceIds, x, y, ...BOX });
      });
      y += BOX.height + GAP.y;
    }
  }
  return { boxes, height: boxes.length === 0 ? 0 : y - GAP.y };
}

type Route = Pick<PlannedLine, 'path' | 'labelX' | 'labelY'>;

function drawStraight(x1: number, y1: number, x2: number, y2: number, share: number): Route {
  const path = `M ${x1} ${y1} L ${x2} ${y2}`;
  return { path, labelX: x1 + (x2 - x1) * share, labelY: y1 + (y2 - y1) * share };
}

/** Boxes of one row: neighbours are joined directly, others by a bow above those between them. */
function drawInRow(left: PlannedBox, right: PlannedBox): Route {
  const end = left.x + left.width;
  const y = left.y + left.height / 2;
  if (right.x - end <= GAP.x) return drawStraight(end, y, right.x, y, 0.5);
  const [x1, x2] = [left.x + left.width / 2, right.x + right.width / 2];
  const top = left.y - BOW;
  const path = `M ${x1} ${left.y} C ${x1} ${top} ${x2} ${top} ${x2} ${left.y}`;
  // The middle of such a curve is at three quarters of its height.
  return { path, labelX: (x1 + x2) / 2, labelY: left.y - BOW * 0.75 };
}

/** From the edge of one box to that of the other. Two fifths of the way lines from one box have parted and not yet met again. */
function drawRoute(a: PlannedBox, b: PlannedBox): Route {
  if (a.y === b.y) return a.x < b.x ? drawInRow(a, b) : drawInRow(b, a);
  const [upper, lower] = a.y < b.y ? [a, b] : [b, a];
  return drawStraight(upper.x + upper.width / 2, upper.y + upper.height, lower.x + lower.width / 2, lower.y, 0.4);
}

interface Trunk {
  readonly a: PlannedBox;
  readonly b: PlannedBox;
  cableCount: number;
}

/** All cables between the same two boxes are one trunk. */
function bundle(
  links: readonly LinkReport[],
  boxes: readonly PlannedBox[],
): { trunks: Map<string, Trunk>; innerCableCount: number } {
  const boxOf = new Map(boxes.flatMap((box) => box.deviceIds.map((id) => [id, box] as const)));
  const trunks = new Map<string, Trunk>();
  let innerCableCount = 0;
  for (const { deviceAId, deviceBId, cableCount } of links) {
    const a = boxOf.get(deviceAId);
    const b = boxOf.get(deviceBId);
    if (!a || !b) continue;
    if (a === b) {
      innerCableCount += cableCount;
      continue;
    }
    const key = [a.key, b.key].toSorted((x, y) => x.localeCompare(y)).join(' ');
    const trunk = trunks.get(key) ?? { a, b, cableCount: 0 };
    trunk.cableCount += cableCount;
    trunks.set(key, trunk);
  }
  return { trunks, innerCableCount };
}

/** `modelOf`: what a part is called under the name of its group. */
export function planTopology(
  design: Design,
  links: readonly LinkReport[],
  fabricId: string,
  modelOf: (partId: string) => string,
): TopologyPlan {
  const own = links.filter((link) => link.fabricId === fabricId);
  const joined = new Set(own.flatMap(({ deviceAId, deviceBId }) => [deviceAId, deviceBId]));
  const devices = Object.values(design.devices).filter(({ id }) => joined.has(id));
  const homes = rankHomes(design, links);
  const rank = rankFabric(design, fabricId);
  const tierOf = ({ id, role }: Device): number => ((homes.get(id) ?? rank) < rank ? LOWEST_TIER : TIER_OF_ROLE[role]);
  const isMerged = devices.length > BOXES_MAX;
  const { boxes, height } = placeBoxes(pileUp(devices, tierOf, isMerged), ({ partId, memberCount }) =>
    memberCount === 1 ? modelOf(partId) : `${formatNumber(memberCount)} \u00d7 ${modelOf(partId)}`,
  );
  const { trunks, innerCableCount } = bundle(own, boxes);
  const lines = [...trunks].map(([key, { a, b, cableCount }]) => ({ key, cableCount, ...drawRoute(a, b) }));
  const top = Math.min(0, ...lines.map(({ labelY }) => labelY - LABEL_RISE));
  return { top, height, boxes, lines, isMerged, innerCableCount };
}
