/** Racks of equal servers on feeds, for tests of what feeds and cools them. */
import { createRack } from '#core/design/defaults.ts';
import type { Design, Rack } from '#core/design/design.ts';
import type { Feed, Site } from '#core/design/facilities.ts';
import { DEFAULT_SITE } from '#core/design/facilities.ts';
import { drawDesign, drawDevice } from './draw.ts';

/** `rackCount` racks `rack` with `perRack` servers each of `partId`, device `server`. */
export function drawRackedServers(
  partId: string,
  rackCount: number,
  perRack: number,
  rack: Partial<Rack> = {},
): Design {
  const design = drawDesign();
  addRackedServers(design, 'server', 'rack', partId, rackCount, perRack, rack);
  return design;
}

export function addRackedServers(
  design: Design,
  deviceId: string,
  rackId: string,
  partId: string,
  rackCount: number,
  perRack: number,
  rack: Partial<Rack> = {},
): void {
  drawDevice(design, deviceId, partId, 'endpoint', rackCount * perRack);
  design.racks[rackId] = createRack({ id: rackId, name: rackId, count: rackCount, heightUnits: 52, ...rack });
  design.placements[`place-${deviceId}`] = {
    id: `place-${deviceId}`,
    deviceId,
    rackId,
    firstMember: 0,
    memberCount: rackCount * perRack,
    firstRack: 0,
    perRack,
    bottomUnit: 1,
  };
}

export function addFeed(design: Design, id: string, more: Partial<Feed> = {}): void {
  design.feeds = {
    ...design.feeds,
    [id]: { id, name: `Feed ${id}`, ratedKw: null, derating: 0.8, isOff: false, ...more },
  };
}

export function setSite(design: Design, site: Partial<Site>): void {
  design.site = { ...DEFAULT_SITE, ...design.site, ...site };
}

/** One room with rows of ten positions of 0.6 m; `stands` gives the rack group that fills each row from its west end. */
export function drawRows(
  design: Design,
  stands: readonly { rackId: string; firstRack: number; rackCount: number }[],
): void {
  design.rooms = {
    room: {
      id: 'room',
      name: 'Room',
      xM: 0,
      yM: 0,
      widthM: 20,
      depthM: 40,
      trayHeightM: 2.8,
      trayWidthMm: 300,
      trayDepthMm: 100,
      crossTraysM: [],
    },
  };
  design.rows = {};
  design.stands = {};
  stands.forEach((stand, i) => {
    const rowId = `row-${i + 1}`;
    design.rows = {
      ...design.rows,
      [rowId]: {
        id: rowId,
        name: `Row ${i + 1}`,
        roomId: 'room',
        xM: 1,
        yM: 1 + 3 * i,
        slotCount: 10,
        pitchM: 0.6,
        depthM: 1.2,
        facing: 'north',
      },
    };
    design.stands = { ...design.stands, [`stand-${i + 1}`]: { id: `stand-${i + 1}`, ...stand, rowId, firstSlot: 0 } };
  });
}
