/**
 * Where the drawing of the topology puts what: device groups in tiers by role, the core on top, and the links between them. Too many groups
 * to tell apart on a page stand together by role and part.
 */
import { findRecord } from '#core/design/records.ts';
import type { Design, DeviceRole } from '#core/design/design.ts';
import type { Report } from '#core/analysis/report.ts';
import { ROLE_LABELS } from '../labels.ts';

/** In px of the drawing, which is as wide as a page. */
export const DRAWING_WIDTH = 720;
const BOX = { width: 114, height: 40 };
const GAP = { x: 36, y: 34 };
const TIER_GAP = 60;
/** Of a line over the boxes between its ends; less than the room above a row. */
const BOW = 30;
/** Boxes that stay legible. */
const BOXES_MAX = 40;

/** From the top of the drawing down. */
const TIER_OF_ROLE: Readonly<Record<DeviceRole, number>> = {
  core: 0,
  border: 0,
  spine: 1,
  leaf: 2,
  management: 2,
  endpoint: 3,
  storage: 3,
};

const TIERS = [0, 1, 2, 3];

export interface PlannedBox {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly role: DeviceRole;
  readonly deviceIds: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlannedLine {
  readonly key: string;
  readonly fabricId: string;
  readonly cableCount: number;
  /** As SVG writes it. */
  readonly path: string;
  /** Where its cables are written. */
  readonly labelX: number;
  readonly labelY: number;
}

export interface TopologyPlan {
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
  readonly role: DeviceRole;
  readonly deviceIds: string[];
  memberCount: number;
}

function pileUp(design: Design): { readonly piles: Pile[]; readonly isMerged: boolean } {
  const devices = Object.values(design.devices);
  const isMerged = devices.length > BOXES_MAX;
  const piles = new Map<string, Pile>();
  for (const { id, name, role, partId, count } of devices) {
    const key = isMerged ? `${role} ${partId}` : id;
    const pile = piles.get(key) ?? {
      key,
      name: isMerged ? ROLE_LABELS[role] : name,
      role,
      deviceIds: [],
      memberCount: 0,
    };
    pile.deviceIds.push(id);
    pile.memberCount += count;
    piles.set(key, pile);
  }
  return { piles: [...piles.values()], isMerged };
}

/** Tiers from the top down, in rows of as many boxes as go beside each other. */
function placeBoxes(piles: readonly Pile[], noteOf: (pile: Pile) => string): { boxes: PlannedBox[]; height: number } {
  const perRow = Math.floor((DRAWING_WIDTH + GAP.x) / (BOX.width + GAP.x));
  const boxes: PlannedBox[] = [];
  let y = BOW;
  for (const tier of TIERS) {
    const own = piles.filter(({ role }) => TIER_OF_ROLE[role] === tier);
    if (own.length === 0) continue;
    if (boxes.length > 0) y += TIER_GAP - GAP.y;
    for (let first = 0; first < own.length; first += perRow) {
      const row = own.slice(first, first + perRow);
      const left = (DRAWING_WIDTH - row.length * BOX.width - (row.length - 1) * GAP.x) / 2;
      row.forEach((pile, at) => {
        const { key, name, role, deviceIds } = pile;
        const x = left + at * (BOX.width + GAP.x);
        boxes.push({ key, name, note: noteOf(pile), role, deviceIds, x, y, ...BOX });
      });
      y += BOX.height + GAP.y;
    }
  }
  return { boxes, height: boxes.length === 0 ? 0 : y - GAP.y };
}

type Route = Pick<PlannedLine, 'path' | 'labelX' | 'labelY'>;

/** Along a straight line, two fifths of the way: there lines from one box have parted and not yet met again. */
function drawStraight(x1: number, y1: number, x2: number, y2: number, share = 0.4): Route {
  const path = `M ${x1} ${y1} L ${x2} ${y2}`;
  return { path, labelX: x1 + (x2 - x1) * share, labelY: y1 + (y2 - y1) * share };
}

/** Boxes of one row: neighbours are joined directly, others by a bow above those between them. */
function drawInRow(left: PlannedBox, right: PlannedBox, shift: number): Route {
  const end = left.x + left.width;
  if (right.x - end <= GAP.x) {
    const y = left.y + left.height / 2 + shift;
    return drawStraight(end, y, right.x, y, 0.5);
  }
  const [x1, x2] = [left.x + left.width / 2 + shift, right.x + right.width / 2 + shift];
  const top = left.y - BOW + Math.abs(shift);
  const path = `M ${x1} ${left.y} C ${x1} ${top} ${x2} ${top} ${x2} ${left.y}`;
  // The middle of such a curve is at three quarters of its height.
  return { path, labelX: (x1 + x2) / 2, labelY: left.y - (left.y - top) * 0.75 };
}

/** From the edge of one box to that of the other; links of several fabrics between the same two run beside each other. */
function drawRoute(a: PlannedBox, b: PlannedBox, shift: number): Route {
  if (a.y === b.y) return a.x < b.x ? drawInRow(a, b, shift) : drawInRow(b, a, shift);
  const [upper, lower] = a.y < b.y ? [a, b] : [b, a];
  return drawStraight(
    upper.x + upper.width / 2 + shift,
    upper.y + upper.height,
    lower.x + lower.width / 2 + shift,
    lower.y,
  );
}

/** Between two lines that join the same boxes. */
const SHIFT = 9;

/** The model of its part, and how many there are. */
export function planTopology(
  design: Design,
  links: Report['links'],
  modelOf: (partId: string) => string,
): TopologyPlan {
  const { piles, isMerged } = pileUp(design);
  const describe = (pile: Pile): string => {
    const device = findRecord(design.devices, pile.deviceIds[0] ?? '');
    const model = device ? modelOf(device.partId) : '';
    return pile.memberCount === 1 ? model : `${pile.memberCount.toLocaleString('en-US')} \u00d7 ${model}`;
  };
  const { boxes, height } = placeBoxes(piles, describe);
  const boxOf = new Map(boxes.flatMap((box) => box.deviceIds.map((id) => [id, box] as const)));
  const trunks = new Map<
    string,
    { readonly a: PlannedBox; readonly b: PlannedBox; fabricId: string; cableCount: number }
  >();
  let innerCableCount = 0;
  for (const { deviceAId, deviceBId, fabricId, cableCount } of links) {
    const a = boxOf.get(deviceAId);
    const b = boxOf.get(deviceBId);
    if (!a || !b) continue;
    if (a === b) {
      innerCableCount += cableCount;
      continue;
    }
    const key = `${[a.key, b.key].toSorted().join(' ')} ${fabricId}`;
    const trunk = trunks.get(key) ?? { a, b, fabricId, cableCount: 0 };
    trunk.cableCount += cableCount;
    trunks.set(key, trunk);
  }
  const pairs = new Map<string, number>();
  const lines = [...trunks].map(([key, { a, b, fabricId, cableCount }]): PlannedLine => {
    const pair = [a.key, b.key].toSorted().join(' ');
    const at = pairs.get(pair) ?? 0;
    pairs.set(pair, at + 1);
    // 0, 1, -1, 2, -2 ...
    const step = (at % 2 === 0 ? -1 : 1) * Math.ceil(at / 2);
    return { key, fabricId, cableCount, ...drawRoute(a, b, step * SHIFT) };
  });
  return { height, boxes, lines, isMerged, innerCableCount };
}
