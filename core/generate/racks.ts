/**
 * Places the groups in racks within units and power: endpoints in compute racks, everything else in network racks, each group
 * in a run of racks of its own. What has no known height is taken as one unit, as the elevation does.
 */
import type { DevicePart } from '../catalog/part.ts';
import { createRack } from '../design/defaults.ts';
import { findDevicePart } from '../design/port-blocks.ts';
import { ENDPOINT_ID } from './context.ts';
import type { Draft } from './draft.ts';
import type { RackLimits } from './requirements.ts';

const COMPUTE_RACK = 'compute-rack';
const NETWORK_RACK = 'network-rack';

export function addRacks(draft: Draft, limits: RackLimits): string | null {
  const { catalog } = draft;
  let networkRacks = 0;
  for (const device of Object.values(draft.design.devices)) {
    const part = findDevicePart(catalog, device.partId);
    if (!part) continue;
    const isEndpoint = device.id === ENDPOINT_ID;
    const perRack = isEndpoint ? countEndpointsPerRack(draft, part, limits) : countPerRack(draft, part, limits);
    if (perRack < 1) return explainNoRoom(part, limits);
    const rackCount = Math.ceil(device.count / perRack);
    const id = `place-${device.id}`;
    draft.design.placements[id] = {
      id,
      deviceId: device.id,
      rackId: isEndpoint ? COMPUTE_RACK : NETWORK_RACK,
      firstMember: 0,
      memberCount: device.count,
      firstRack: isEndpoint ? 0 : networkRacks,
      perRack,
      bottomUnit: 1,
    };
    if (isEndpoint) addRackGroup(draft, COMPUTE_RACK, 'Compute rack', rackCount, part, limits);
    else networkRacks += rackCount;
  }
  if (networkRacks > 0) addRackGroup(draft, NETWORK_RACK, 'Network rack', networkRacks, null, limits);
  return null;
}

function addRackGroup(
  draft: Draft,
  id: string,
  name: string,
  count: number,
  part: DevicePart | null,
  limits: RackLimits,
): void {
  const cooling = part?.cooling?.includes('liquid') === true ? 'hybrid' : 'air';
  const { units: heightUnits, powerW: powerLimitW } = limits;
  draft.design.racks[id] = createRack({ id, name, count, heightUnits, powerLimitW, cooling });
}

function countEndpointsPerRack(draft: Draft, part: DevicePart, limits: RackLimits): number {
  const fitting = countPerRack(draft, part, limits);
  return Math.min(fitting, limits.endpointsPerRack ?? fitting);
}

function countPerRack(draft: Draft, part: DevicePart, { units, powerW }: RackLimits): number {
  if (part.rackUnits === null) draft.note(`The height of ${part.model} is not known; it is racked as one unit.`);
  const byHeight = Math.floor(units / Math.ceil(part.rackUnits ?? 1));
  if (powerW === null) return byHeight;
  const draw = part.powerMaxW ?? part.powerTypicalW;
  if (draw === null) {
    draft.note(`The power of ${part.model} is not known; its racks are filled by height alone.`);
    return byHeight;
  }
  return draw === 0 ? byHeight : Math.min(byHeight, Math.floor(powerW / draw));
}

function explainNoRoom(part: DevicePart, { units, powerW }: RackLimits): string {
  const has = `${units} units${powerW === null ? '' : ` and ${powerW} W`}`;
  const needs = `${part.rackUnits ?? 1} units and ${part.powerMaxW ?? part.powerTypicalW ?? 'unknown'} W`;
  return `${part.model} needs ${needs}; a rack has ${has}.`;
}
