/** A row that describes the rack of its machines (`2 x 415 V 3-phase 60 A, 52U`): they stand in one, on circuits of that kind. */
import { type Catalog, listParts } from '#core/catalog/catalog.ts';
import { createRack } from '#core/design/defaults.ts';
import type { Design, Device } from '#core/design/design.ts';

const DEFAULT_HEIGHT_UNITS = 42;

/** Nothing happens where the text is of something else: a machine, a tile. */
export function rackDevices(design: Design, device: Device, text: string, catalog: Catalog): void {
  const circuit = /(\d+)\s*x\s*(\d+)\s*V\s+(\d)-phase\s+(\d+)\s*A/i.exec(text);
  const height = /(\d+)\s*U\b/.exec(text);
  if (!circuit && !height) return;
  const [count = 0, volts, phases, amps] = circuit?.slice(1).map(Number) ?? [];
  const part = listParts(catalog, 'pdu').find(
    (pdu) => pdu.category === 'circuit' && pdu.volts === volts && pdu.phases === phases && pdu.amps === amps,
  );
  design.racks['rack'] = createRack({
    id: 'rack',
    name: 'Rack',
    count: 1,
    heightUnits: height ? Number(height[1]) : DEFAULT_HEIGHT_UNITS,
    pdus: part ? [{ partId: part.id, count }] : [],
  });
  design.placements['rack'] = {
    id: 'rack',
    deviceId: device.id,
    rackId: 'rack',
    firstMember: 0,
    memberCount: device.count,
    firstRack: 0,
    perRack: device.count,
    bottomUnit: 1,
  };
}
