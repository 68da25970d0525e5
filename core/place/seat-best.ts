/** Several first layouts, of more and fewer rows and of strips of several widths; the one with the shortest cables wins. */
import type { NetRow } from '../netlist/netlist.ts';
import type { FloorSlots } from './floor-slots.ts';
import { countStanding, type Layout, measureLayout } from './layout.ts';
import type { RackBlocks } from './rack-blocks.ts';
import type { RackCables } from './rack-cables.ts';
import { orderSlots, type StripPlan, seatBlocks } from './seat-blocks.ts';
import type { StandRules } from './stand-limits.ts';

/** Rows over the least that hold all racks. */
const ROW_FACTORS: readonly number[] = [1, 1.5, 2, 3];
/** Widths of strips over that which makes a block about square. */
const WIDTH_FACTORS: readonly number[] = [0.5, 1, 2, Number.POSITIVE_INFINITY];

/** `inOrder` is one of the candidates, so the answer is never worse. More racks standing go before shorter cables. */
export function seatBest(
  slots: FloorSlots,
  rules: StandRules,
  cables: RackCables,
  blocks: RackBlocks,
  inOrder: Layout,
): Layout {
  let best = inOrder;
  let bestM = measureLayout(inOrder, slots, cables);
  for (const plan of listPlans(slots, rules.kindOfRack.length, blocks)) {
    const layout = seatBlocks(slots, orderSlots(slots, plan), blocks, rules);
    const lengthM = measureLayout(layout, slots, cables);
    const gain = countStanding(layout) - countStanding(best);
    if (gain < 0 || (gain === 0 && lengthM >= bestM)) continue;
    best = layout;
    bestM = lengthM;
  }
  return best;
}

function listPlans({ floor, firstOfRow }: FloorSlots, rackCount: number, { blocks }: RackBlocks): StripPlan[] {
  const { rows } = floor;
  const fewest = Math.max(
    1,
    firstOfRow.findIndex((first) => first >= rackCount),
  );
  const least = (firstOfRow.at(-1) as number) >= rackCount ? fewest : rows.length;
  const rowCounts = new Set(ROW_FACTORS.map((factor) => Math.min(rows.length, Math.ceil(factor * least))));
  const blockSize = rackCount / Math.max(1, blocks.length);
  const { pitchM } = rows[0] as NetRow;
  const squareM = Math.max(pitchM, Math.sqrt(blockSize * pitchM * measureRowPitchM(rows)));
  return [...rowCounts].flatMap((rowCount) =>
    WIDTH_FACTORS.map((factor) => ({ rowCount, stripWidthM: Math.max(pitchM, factor * squareM) })),
  );
}

/** From one row to the next, on the average. */
function measureRowPitchM(rows: readonly NetRow[]): number {
  const yM = rows.map((row) => row.yM);
  const spanM = Math.max(...yM) - Math.min(...yM);
  return spanM > 0 ? spanM / (new Set(yM).size - 1) : (rows[0] as NetRow).depthM;
}
