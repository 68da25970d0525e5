/**
 * Things on a plane taken apart at their widest gaps, again and again, until every part fits a size: rows, pods and halls come
 * apart as the eye sees them. Pure.
 */
import { surround } from '../../store/free-spot.ts';
import type { Box } from '../route-link.ts';

/** Gaps this much narrower than the widest are as good a place to cut, if nearer the middle. */
const likeness = 0.8;

/** Parts no larger than `most` where there is any gap to cut at, each as places in `boxes`. Cost: n log n for each level. */
export function cutPlane(boxes: readonly Box[], most: { readonly width: number; readonly height: number }): number[][] {
  const parts: number[][] = [];
  const waiting: number[][] = [[...boxes.keys()]];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const around = surround(part.flatMap((at) => boxes[at] ?? []));
    const isTooWide = around !== null && around.width > most.width;
    const isTooHigh = around !== null && around.height > most.height;
    const cut = part.length > 1 && (isTooWide || isTooHigh) ? findCut(boxes, part, isTooWide, isTooHigh) : null;
    if (cut) waiting.push(cut[1], cut[0]);
    else parts.push(part);
  }
  return parts;
}

type Axis = 'x' | 'y';

interface Gap {
  readonly axis: Axis;
  readonly width: number;
  /** How far from the middle of the part, as a share of its length. */
  readonly aside: number;
  readonly order: readonly number[];
  /** Places of `order` before the gap. */
  readonly before: number;
}

function findCut(
  boxes: readonly Box[],
  part: readonly number[],
  wide: boolean,
  high: boolean,
): [number[], number[]] | null {
  const gaps = [...(wide ? listGaps(boxes, part, 'x') : []), ...(high ? listGaps(boxes, part, 'y') : [])];
  const widest = gaps.reduce((most, gap) => Math.max(most, gap.width), 0);
  let best: Gap | null = null;
  for (const gap of gaps) {
    if (gap.width < widest * likeness) continue;
    if (!best || gap.aside < best.aside) best = gap;
  }
  return best && [best.order.slice(0, best.before), best.order.slice(best.before)];
}

/** Where nothing stands, from one side to the other. */
function listGaps(boxes: readonly Box[], part: readonly number[], axis: Axis): Gap[] {
  const from = (at: number): number => boxes[at]?.[axis] ?? 0;
  const to = (at: number): number => from(at) + ((axis === 'x' ? boxes[at]?.width : boxes[at]?.height) ?? 0);
  const order = [...part].sort((a, b) => from(a) - from(b));
  const start = from(order[0] ?? 0);
  let end = start;
  const gaps: { width: number; middle: number; before: number }[] = [];
  for (const [place, at] of order.entries()) {
    if (place > 0 && from(at) > end) gaps.push({ width: from(at) - end, middle: (from(at) + end) / 2, before: place });
    end = Math.max(end, to(at));
  }
  const length = end - start || 1;
  return gaps.map(({ width, middle, before }) => ({
    axis,
    width,
    aside: Math.abs((middle - start) / length - 0.5),
    order,
    before,
  }));
}
