/**
 * Shortens the cables of a layout by moving one rack at a time to a position near those it is cabled to, where it changes places
 * with whoever stands there. Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983): a move that lengthens the cables is taken
 * with a chance that falls to nothing, and the best layout met is kept, so the result is never worse than the start. The work is
 * counted in visits to pairs of racks, not in time: the same question has the same answer everywhere.
 */
import { copyLayout, type Layout, measureLayout } from './layout.ts';
import { LayoutSearch, type SearchInput } from './layout-search.ts';

/** Parts of the work after which progress is told and the best layout is kept. */
const ROUNDS = 100;
/** The last rounds take no move that makes things worse. */
const COLD_ROUNDS = 20;
/** First temperature over the mean change of a move, and by how much it falls in all. */
const HEAT = 0.1;
const COOLING = 1e-3;
const SAMPLE_MOVES = 500;
/** What a break between two racks of a row that are not alike weighs, of the cables of one rack: runs stay together. */
const BREAK_SHARE = 0.01;

/** Yields the share of the work that is done. `work`: visits to pairs of racks. */
export function* improveLayout(
  start: Layout,
  given: Omit<SearchInput, 'breakM'>,
  work: number,
): Generator<number, Layout> {
  const startM = measureLayout(start, given.slots, given.cables);
  const breakM = (BREAK_SHARE * startM) / Math.max(1, start.slotOf.length);
  const search = new LayoutSearch(copyLayout(start), { ...given, breakM });
  let best = copyLayout(start);
  let changeM = 0;
  let bestChangeM = 0;
  const heatM = HEAT * search.sampleChangeM(SAMPLE_MOVES);
  for (let round = 0; round < ROUNDS; round += 1) {
    const warm = ROUNDS - COLD_ROUNDS;
    const temperatureM = round < warm ? heatM * COOLING ** (round / warm) : 0;
    changeM += search.run(work / ROUNDS, temperatureM);
    if (changeM < bestChangeM) {
      bestChangeM = changeM;
      best = copyLayout(search.layout);
    }
    yield (round + 1) / ROUNDS;
  }
  return best;
}
