/**
 * Design and report to React Flow nodes. Pure; `previous` is the last answer, and whatever says the same keeps its identity.
 * Every node has its size and its anchors, so React Flow can leave out what is off screen without measuring anything.
 */
import type { Catalog } from '#core/catalog/catalog.ts';
import { type Design, type Device, type Placement, type Rack } from '#core/design/design.ts';
import { findDevicePart, resolvePortBlocks } from '#core/design/port-blocks.ts';
import type { DevicePart, PortBlock } from '#core/catalog/part.ts';
import { listBrokenRuns } from '../store/break-items.ts';
import { toCanvasId } from './canvas-id.ts';
import { layOutCanvas } from './canvas-layout.ts';
import type { CanvasNode, DeviceIconKind, DeviceNode, PortView, RackNode } from './canvas-node.ts';
import { describeDevice, describeRack } from './describe-node.ts';
import { DEVICE_HEIGHT, DEVICE_WIDTH, isServiceBlock, placePorts, type PortSpot } from './device-shape.ts';
import type { ReportIndex } from './index-report.ts';
import { keepItems } from './keep-identity.ts';
import { neutralWrapper, nodeSize } from './node-frame.ts';
import { createUnitProjector } from './project-unit.ts';
import type { RackLayout } from './rack-layout.ts';
import { formatCount, formatNumber } from '../ui/format.ts';

/** Racks come first: React Flow wants a parent before its children. `only` names the items wanted; absent = all. */
export function projectNodes(
  design: Design,
  catalog: Catalog,
  report: ReportIndex,
  previous: readonly CanvasNode[],
  only?: ReadonlySet<string>,
): CanvasNode[] {
  const { spots, racks, homes, units } = layOutCanvas(design);
  const projectUnit = createUnitProjector(design, catalog, report);
  const nodes: CanvasNode[] = [];
  for (const id of only ?? spots.keys()) {
    const spot = spots.get(id);
    const unit = units.get(id);
    const unitNode = unit && projectUnit(unit);
    if (unitNode) nodes.push(unitNode);
    const rack = spot?.type === 'rack' ? design.racks[spot.objectId] : undefined;
    const layout = rack && racks.get(rack.id);
    if (layout) nodes.push(projectRack(rack, layout, catalog, report, countBrokenRacks(design, rack)));
    const device = spot?.type === 'device' ? design.devices[spot.objectId] : undefined;
    if (!spot || !device) continue;
    const home = homes.get(device.id);
    const isPlaced = home !== undefined && spot.parentId !== undefined;
    const placementCount = countPlacements(design).get(device.id) ?? 1;
    const place = isPlaced ? { home, ...spot.position, placementCount } : null;
    nodes.push(projectDevice(device, place, catalog, report));
  }
  return keepItems(previous, nodes);
}

const knownCounts = new WeakMap<Design['placements'], ReadonlyMap<string, number>>();

/** By device; counted once, however often the view moves. */
function countPlacements({ placements }: Design): ReadonlyMap<string, number> {
  const before = knownCounts.get(placements);
  if (before) return before;
  const counts = new Map<string, number>();
  for (const { deviceId } of Object.values(placements)) counts.set(deviceId, (counts.get(deviceId) ?? 0) + 1);
  knownCounts.set(placements, counts);
  return counts;
}

function countBrokenRacks(design: Design, rack: Rack): number {
  const runs = listBrokenRuns(design, { kind: 'rack', id: rack.id });
  return runs === 'all' ? rack.count : runs.reduce((sum, { count }) => sum + count, 0);
}

function projectRack(
  rack: Rack,
  layout: RackLayout,
  catalog: Catalog,
  report: ReportIndex,
  brokenCount: number,
): RackNode {
  const figures = report.rack(rack.id);
  const power = figures ? figures.worstMaxW : null;
  const part = rack.partId === null ? undefined : catalog.byId.get(rack.partId);
  const data = {
    rackId: rack.id,
    name: rack.name,
    partLabel: part ? part.model : null,
    count: rack.count,
    heightUnits: rack.heightUnits,
    usedUnits: figures ? figures.usedUnitsMax : null,
    powerW: power ? power.value : null,
    isPowerPartial: power !== null && power.unknownCount > 0,
    powerLimitW: rack.powerLimitW,
    isEmpty: layout.devices.length === 0,
    isLocked: rack.locked === true,
    brokenCount,
    problems: report.problems('rack', rack.id),
  };
  return {
    id: toCanvasId('rack', rack.id),
    type: 'rack',
    position: rack.position,
    ...nodeSize(layout.width, layout.height),
    draggable: rack.locked !== true,
    data: { ...data, label: describeRack(data, layout.devices.length) },
    ...neutralWrapper,
  };
}

interface RackPlace {
  readonly home: Placement;
  readonly x: number;
  readonly y: number;
  readonly placementCount: number;
}

function projectDevice(device: Device, place: RackPlace | null, catalog: Catalog, report: ReportIndex): DeviceNode {
  const part = findDevicePart(catalog, device.partId);
  const blocks = resolvePortBlocks(device, catalog);
  const spots = placePorts(blocks);
  const ports = spots.map((spot): PortView => {
    const block = blocks.find((candidate) => candidate.id === spot.blockId);
    return { ...spot, ...viewBlock(device, block, report) };
  });
  const data = {
    deviceId: device.id,
    name: device.name,
    partLabel: part ? labelPart(part) : device.partId,
    isPartKnown: part !== undefined,
    role: device.role,
    icon: chooseIcon(device, part),
    count: device.count,
    brokenCount: Math.min(device.count, report.brokenMembers(device.id)),
    isLocked: device.locked,
    rackId: place ? place.home.rackId : null,
    note: describePlaces(device, place),
    scaleUp: describeScaleUp(device, report),
    ports,
    mainBlockId: (blocks.find((block) => !isServiceBlock(block)) ?? blocks[0])?.id ?? null,
    problems: report.problems('device', device.id),
  };
  return {
    id: toCanvasId('device', device.id),
    type: 'device',
    position: place ? { x: place.x, y: place.y } : device.position,
    ...(place ? { parentId: toCanvasId('rack', place.home.rackId) } : {}),
    ...nodeSize(DEVICE_WIDTH, DEVICE_HEIGHT),
    draggable: !device.locked,
    data: { ...data, label: describeDevice(data) },
    ...neutralWrapper,
  };
}

function viewBlock(device: Device, block: PortBlock | undefined, report: ReportIndex): Omit<PortView, keyof PortSpot> {
  const use = block && report.portUse(device.id, block.id);
  const nativeSpeeds = [...new Set(block?.modes.map((mode) => mode.speedGbps) ?? [])];
  return {
    role: block?.role ?? '',
    formFactor: block?.formFactor ?? null,
    protocols: block?.protocols ?? [],
    speedsGbps: use && use.speedsGbps.length > 0 ? use.speedsGbps : nativeSpeeds,
    portsOwned: use ? use.portsOwned : null,
    portsUsed: use ? use.portsUsed : null,
    isEmptySlot: block !== undefined && block.slotCount !== null && block.cageCount === null,
  };
}

function describePlaces(device: Device, place: RackPlace | null): string | null {
  if (!place || place.placementCount < 2) return null;
  const others = place.placementCount - 1;
  return `${formatNumber(place.home.memberCount)} of ${formatNumber(device.count)} here, the rest in ${others} other ${others === 1 ? 'place' : 'places'}`;
}

/** A domain inside one member goes without saying. */
function describeScaleUp(device: Device, report: ReportIndex): string | null {
  const group = report.scaleUp(device.id);
  if (!group || group.domainCount >= device.count) return null;
  return `${formatCount(group.domainCount, 'domain')} of ${group.gpusPerDomain} GPUs`;
}

function labelPart(part: DevicePart): string {
  return part.manufacturer === null ? part.model : `${part.manufacturer} ${part.model}`;
}

function chooseIcon(device: Device, part: DevicePart | undefined): DeviceIconKind {
  if (part?.kind === 'switch') return 'switch';
  if (device.role === 'storage' || (part?.kind === 'server' && part.category === 'storage')) return 'storage';
  if (device.role === 'management') return 'management';
  return part === undefined && device.role !== 'endpoint' ? 'switch' : 'server';
}
