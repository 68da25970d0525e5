/**
 * The positions that racks are placed on: the given rows, or rows by rule, as many as it takes to stand all racks within the
 * limits and no longer than that.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { Room, Row } from '../design/floor.ts';
import type { Netlist, NetRackGroup } from '../netlist/netlist.ts';
import type { FloorRequest } from './floor-proposal.ts';
import { createFloorSlots, type FloorSlots } from './floor-slots.ts';
import { countStanding } from './layout.ts';
import { type RackTraits, readStandRules } from './read-stand-rules.ts';
import { type LargestRack, planRows, type RowRule } from './row-plan.ts';
import { seatInRowOrder } from './seat-blocks.ts';
import type { StandRules } from './stand-limits.ts';

export interface Site {
  readonly rooms: readonly Room[];
  readonly rows: readonly Row[];
  readonly slots: FloorSlots;
  readonly rules: StandRules;
  readonly notes: string[];
}

/** A site with the number of racks that stand on it in row order. */
interface TriedSite {
  readonly site: Site;
  readonly standing: number;
}

export function planSite(netlist: Netlist, request: FloorRequest, traits: RackTraits): Result<Site, string> {
  const { floor, rowPowerLimitKw } = request;
  const create = (rooms: readonly Room[], rows: readonly Row[]): Site => {
    const slots = createFloorSlots(rooms, rows);
    const notes: string[] = [];
    const rules = readStandRules(netlist, slots.floor, traits, rowPowerLimitKw, notes);
    return { rooms, rows, slots, rules, notes };
  };
  if (floor.kind === 'given') {
    const site = create(floor.rooms, floor.rows);
    return site.slots.count > 0 ? ok(site) : fail('The floor has no rows. Add rows, or lay them out by rule.');
  }
  const largest = findLargest(netlist.rackGroups);
  const tryRule = (rule: RowRule, needed: number): Result<TriedSite, string> => {
    const plan = planRows(rule, needed, largest);
    if (!plan.ok) return plan;
    const site = create([plan.value.room], plan.value.rows);
    return ok({ site, standing: countStanding(seatInRowOrder(site.slots, site.rules)) });
  };
  const grown = addRows(floor.rule, netlist.rackCount, tryRule);
  if (!grown.ok) return grown;
  const { site, standing } = grown.value;
  const mayShorten = floor.rule.slotsPerRow === null && standing === netlist.rackCount && site.rules.limits.length > 0;
  return ok(mayShorten ? shortenRows(floor.rule, grown.value, tryRule) : site);
}

type TryRule = (rule: RowRule, needed: number) => Result<TriedSite, string>;

/** Rounds in which rows may become more, when limits leave positions empty. */
const MOST_ROUNDS = 12;

/** Rows that limits leave half empty become more, not longer, until all racks stand or no more of them do. */
function addRows(rule: RowRule, rackCount: number, tryRule: TryRule): Result<TriedSite, string> {
  const first = tryRule(rule, rackCount);
  if (!first.ok || rule.rowCount !== null) return first;
  let best = first.value;
  const slotsPerRow = best.site.rows[0]?.slotCount ?? null;
  for (let round = 0; round < MOST_ROUNDS && best.standing < rackCount; round += 1) {
    const needed = Math.ceil((best.site.slots.count * rackCount) / Math.max(1, best.standing));
    const more = tryRule({ ...rule, slotsPerRow }, needed);
    if (!more.ok || more.value.standing <= best.standing) break;
    best = more.value;
  }
  return ok(best);
}

/** The shortest rows of that number on which as many racks stand, by halving. */
function shortenRows(rule: RowRule, { site, standing }: TriedSite, tryRule: TryRule): Site {
  const rowCount = site.rows.length;
  let best = site;
  let tooShort = 0;
  let enough = site.rows[0]?.slotCount ?? 1;
  while (enough - tooShort > 1) {
    const slotsPerRow = Math.floor((enough + tooShort) / 2);
    const shorter = tryRule({ ...rule, rowCount, slotsPerRow }, standing);
    if (shorter.ok && shorter.value.standing === standing) {
      best = shorter.value.site;
      enough = slotsPerRow;
    } else tooShort = slotsPerRow;
  }
  return best;
}

function findLargest(rackGroups: readonly NetRackGroup[]): LargestRack {
  const widestMm = Math.max(0, ...rackGroups.map(({ part }) => part?.widthMm ?? 0));
  const deepestMm = Math.max(0, ...rackGroups.map(({ part }) => part?.depthMm ?? 0));
  return { widthM: widestMm > 0 ? widestMm / 1000 : null, depthM: deepestMm > 0 ? deepestMm / 1000 : null };
}
