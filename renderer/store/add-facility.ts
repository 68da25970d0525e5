/** Adds what feeds and cools racks, ready to be filled in, and selects it. */
import { listParts } from '#core/catalog/catalog.ts';
import type { Feed } from '#core/design/facilities.ts';
import { createId } from '#core/edit/ids.ts';
import { catalog, design, dispatch } from './design-store.ts';
import { showNotice } from './notice-store.ts';
import { select } from './view-store.ts';

/** The continuous-load rule of North America: the most cautious of those in use. */
const USUAL_DERATING = 0.8;

/** `Feed A`, `Feed B` ...: the next letter that no feed is named by. */
function nameNextFeed(feeds: readonly Feed[]): string {
  const taken = new Set(feeds.map(({ name }) => name.toLowerCase()));
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  const letter = letters.find((candidate) => !taken.has(`feed ${candidate.toLowerCase()}`));
  return letter === undefined ? 'Feed' : `Feed ${letter}`;
}

export function addFeed(): void {
  const { feeds = {} } = design();
  const id = createId('feed', feeds);
  const name = nameNextFeed(Object.values(feeds));
  const feed: Feed = { id, name, ratedKw: null, derating: USUAL_DERATING, isOff: false };
  if (dispatch({ name: 'addFeed', args: { feed } }).length === 0) select([{ kind: 'feed', id }]);
}

/** Takes the rows that no zone cools yet. */
export function addCoolingZone(): void {
  const { coolingZones = {}, rows = {} } = design();
  const id = createId('zone', coolingZones);
  const cooled = new Set(Object.values(coolingZones).flatMap((zone) => zone.rowIds));
  const rowIds = Object.keys(rows).filter((rowId) => !cooled.has(rowId));
  const zone = { id, name: 'Cooling zone', rowIds, airCapacityKw: null };
  if (dispatch({ name: 'addCoolingZone', args: { zone } }).length === 0) select([{ kind: 'zone', id }]);
}

/** In the first room, for all of its rows, one working and one standing by. Absent part = the first of the catalog. */
export function addCoolantUnits(partId?: string): void {
  const { cduGroups = {}, rooms = {}, rows = {} } = design();
  const chosen = partId ?? listParts(catalog(), 'cooling').find(({ category }) => category === 'cdu')?.id;
  const [room] = Object.values(rooms);
  if (!room || chosen === undefined) {
    showNotice('info', 'Coolant units stand in a room: add one in the Floor view first.');
    return;
  }
  const id = createId('cdu', cduGroups);
  const rowIds = Object.values(rows)
    .filter((row) => row.roomId === room.id)
    .map((row) => row.id);
  const place = { roomId: room.id, xM: 0, yM: 0, rowIds };
  const cduGroup = { id, name: 'CDU', partId: chosen, count: 2, standbyCount: 1, ...place };
  if (dispatch({ name: 'addCduGroup', args: { cduGroup } }).length === 0) select([{ kind: 'cdu', id }]);
}
