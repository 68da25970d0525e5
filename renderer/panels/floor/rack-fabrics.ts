/** Racks by what they hold for the networks: endpoints, switches of one fabric, switches of several. */
import type { Design } from '#core/design/design.ts';
import type { FloorPlan } from '#core/design/floor-plan.ts';
import { chooseFabricColour } from '../../store/fabric-colour.ts';
import type { FloorToken } from './floor-palette.ts';
import type { ColourStep, RackColours } from './colour-steps.ts';

const EMPTY = 0;
const ENDPOINTS = 1;
const SEVERAL = 2;
const FIRST_FABRIC = 3;

/** `var(--fabric-3)` is how the rest of the window names it. */
export function findFabricToken(design: Design, fabricId: string): FloorToken {
  return (/--([a-z0-9-]+)/.exec(chooseFabricColour(design.fabrics, fabricId))?.[1] ?? 'text-3') as FloorToken;
}

/** What a device makes of its rack: a fabric's switches where its links are all of that one. */
function createReader(design: Design, fabricIds: readonly string[]): (deviceId: string) => number {
  const known = new Map<string, number>();
  return (deviceId) => {
    const before = known.get(deviceId);
    if (before !== undefined) return before;
    const role = design.devices[deviceId]?.role;
    const own = new Set(
      Object.values(design.links).flatMap(({ a, b, fabricId }) =>
        a.deviceId === deviceId || b.deviceId === deviceId ? [fabricId] : [],
      ),
    );
    // Switches hang on the network of management too: what else they are of says more.
    if (own.size > 1) for (const id of own) if (design.fabrics[id]?.purpose === 'oob') own.delete(id);
    const [only] = own;
    const isEndpoint = role === 'endpoint' || role === 'storage' || role === 'management';
    const step = isEndpoint
      ? ENDPOINTS
      : only === undefined
        ? EMPTY
        : own.size > 1
          ? SEVERAL
          : FIRST_FABRIC + fabricIds.indexOf(only);
    known.set(deviceId, step);
    return step;
  };
}

/** Endpoints give way to switches: a rack with both is found by its switches. */
function join(before: number, next: number): number {
  if (before === EMPTY || before === ENDPOINTS || before === next) return next === EMPTY ? before : next;
  return next === EMPTY || next === ENDPOINTS ? before : SEVERAL;
}

export function colourByFabric(plan: FloorPlan, design: Design): RackColours {
  const fabricIds = Object.keys(design.fabrics).toSorted();
  const readStep = createReader(design, fabricIds);
  const groupOf = new Map(plan.groups.map((group) => [group.rack.id, group]));
  const stepOf = new Uint8Array(plan.rackCount);
  for (const { deviceId, rackId, firstRack, memberCount, perRack } of Object.values(design.placements)) {
    const group = groupOf.get(rackId);
    if (!group) continue;
    const step = readStep(deviceId);
    const end = Math.min(group.rack.count, firstRack + Math.ceil(memberCount / perRack));
    for (let member = firstRack; member < end; member += 1) {
      const rack = group.firstRack + member;
      stepOf[rack] = join(stepOf[rack] as number, step);
    }
  }
  const steps: ColourStep[] = [
    { label: 'empty, or nothing cabled', token: 'surface-3', hatch: 'dots' },
    { label: 'servers and hosts', token: 'line-strong', hatch: 'none' },
    { label: 'switches of several fabrics', token: 'text-2', hatch: 'lines' },
    ...fabricIds.map((id): ColourStep => {
      const label = `${design.fabrics[id]?.name ?? id}: switches`;
      return { label, token: findFabricToken(design, id), hatch: 'none' };
    }),
  ];
  return { title: 'Fabric', steps, stepOf, note: null };
}
