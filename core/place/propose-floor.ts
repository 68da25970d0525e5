/**
 * Racks onto a floor so that their cables are short: network racks amid the racks they serve, what serves all in the middle, within
 * what rows, zones and coolant units can bear. A generator, so that whoever steps it can show progress and stop. The work is
 * counted, not timed: the same netlist and request have the same answer.
 */
import { formatCount } from '../base/format-count.ts';
import { createRandom } from '../base/random.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Netlist, NetRackGroup } from '../netlist/netlist.ts';
import type { FloorProposal, FloorRequest, PlaceProgress, UnplacedRacks } from './floor-proposal.ts';
import type { FloorSlots } from './floor-slots.ts';
import { improveLayout } from './improve-layout.ts';
import { copyLayout, countStanding, type Layout, measureLayout, NOTHING } from './layout.ts';
import { listStands } from './list-stands.ts';
import { type Lengths, measureLengths, measureNow } from './measure-lengths.ts';
import { type Site, planSite } from './plan-site.ts';
import { findEndpointRacks, groupRacks } from './rack-blocks.ts';
import { countRackCables, weighAccess } from './rack-cables.ts';
import { readRackTraits } from './read-stand-rules.ts';
import { seatInRowOrder } from './seat-blocks.ts';
import { seatBest } from './seat-best.ts';
import { numberAlike, numberFamilies, straighten } from './straighten.ts';

const SEED = 1;
/** Visits to pairs of racks: for every rack, and in all. */
const WORK_PER_RACK = 60_000;
const MOST_WORK = 36_000_000;
/** Of 100: the rest is the search. */
const DONE_BEFORE_SEARCH = 10;
const DONE_AFTER_SEARCH = 95;

/** Fails only when no position can be laid out; racks that find none are listed in the proposal. */
export function* proposeFloor(
  netlist: Netlist,
  request: FloorRequest,
): Generator<PlaceProgress, Result<FloorProposal, string>> {
  if (netlist.rackCount === 0) return fail('There are no racks to stand on a floor. Place devices in racks first.');
  yield { done: 0, total: 100, label: 'Counting cables between racks' };
  const cables = countRackCables(netlist);
  const hasEndpoint = findEndpointRacks(netlist);
  const traits = readRackTraits(netlist, hasEndpoint);
  yield { done: DONE_BEFORE_SEARCH / 2, total: 100, label: 'Laying out rows' };
  const site = planSite(netlist, request, traits);
  if (!site.ok) return site;
  const { slots, rules } = site.value;
  yield { done: DONE_BEFORE_SEARCH, total: 100, label: 'Standing blocks of racks' };
  const inOrder = seatInRowOrder(slots, rules);
  const blocks = groupRacks(cables, hasEndpoint);
  const weighted = weighAccess(cables, hasEndpoint);
  const start = seatBest(slots, rules, weighted, blocks, inOrder);
  const work = Math.min(MOST_WORK, WORK_PER_RACK * netlist.rackCount);
  const alike = numberAlike(cables, rules);
  const families = numberFamilies(blocks, rules);
  const steps = improveLayout(
    start,
    { slots, cables: weighted, rules, alike, families, random: createRandom(SEED) },
    work,
  );
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    const done = DONE_BEFORE_SEARCH + step.value * (DONE_AFTER_SEARCH - DONE_BEFORE_SEARCH);
    yield { done, total: 100, label: 'Shortening cables' };
  }
  const straight = copyLayout(step.value);
  straighten(straight, slots, weighted, alike, families);
  // Runs in order may cost a little: not so much that taking no care would have been as good.
  const isShorter = measureLayout(straight, slots, cables) <= measureLayout(inOrder, slots, cables);
  const layout = isShorter || countStanding(step.value) > countStanding(inOrder) ? straight : inOrder;
  yield { done: DONE_AFTER_SEARCH, total: 100, label: 'Measuring cables' };
  return ok(describe(netlist, site.value, layout, inOrder));
}

function describe(netlist: Netlist, site: Site, layout: Layout, inOrder: Layout): FloorProposal {
  const { rooms, rows, slots, notes } = site;
  const before = measureNow(netlist);
  const after = measure(netlist, slots, layout);
  const unplaced = listUnplaced(netlist.rackGroups, layout);
  for (const { name, count } of unplaced) {
    notes.push(
      `${formatCount(count)} ${count === 1 ? 'rack' : 'racks'} of ${name} found no position within the limits.`,
    );
  }
  return {
    rooms,
    rows,
    stands: listStands(layout, slots, netlist.rackGroups),
    totalLengthBeforeM: before.totalM,
    isBeforeMeasured: before.isMeasured,
    totalLengthAfterM: after.totalM,
    totalLengthRowOrderM: measure(netlist, slots, inOrder).totalM,
    longestByLink: netlist.links.map(({ linkId, lengthM }, link) => ({
      linkId,
      longestBeforeM: lengthM,
      longestAfterM: after.longestM[link] as number,
    })),
    worstLeafServerM: Number.isNaN(after.worstLeafServerM) ? null : after.worstLeafServerM,
    placedRackCount: countStanding(layout),
    unplaced,
    notes,
  };
}

function measure(netlist: Netlist, { floor, row, place }: FloorSlots, { slotOf }: Layout): Lengths {
  const rackRow = slotOf.map((slot) => (slot === NOTHING ? NOTHING : (row[slot] as number)));
  const rackSlot = slotOf.map((slot) => (slot === NOTHING ? NOTHING : (place[slot] as number)));
  return measureLengths(netlist, floor, rackRow, rackSlot);
}

function listUnplaced(rackGroups: readonly NetRackGroup[], { slotOf }: Layout): UnplacedRacks[] {
  return rackGroups.flatMap(({ rackId, name, firstRack, count }) => {
    const missing = slotOf.subarray(firstRack, firstRack + count).filter((slot) => slot === NOTHING).length;
    return missing > 0 ? [{ rackId, name, count: missing }] : [];
  });
}
