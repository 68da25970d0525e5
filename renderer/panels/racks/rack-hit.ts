/** What of the racks lies under a point of the screen. */
import { type FloorPlan } from '#core/design/floor-plan.ts';
import type { MoveTarget } from '#core/netlist/preview-move.ts';
import type { ElevationDevice } from '#core/netlist/rack-elevation.ts';
import { addressRack, rackPlan, readRack } from '../../store/rack-elevations.ts';

/** Number of the rack that an element belongs to; null = none. */
export function findNumber(element: Element | null): number | null {
  const text = element?.closest<HTMLElement>('[data-column]')?.dataset['column'];
  return text === undefined ? null : Number(text);
}

/** The device of the view that an element belongs to. */
export function findDevice(
  element: Element | null,
): { readonly device: ElevationDevice; readonly number: number } | null {
  const key = element?.closest<HTMLElement>('[data-key]')?.dataset['key'];
  const number = findNumber(element);
  if (key === undefined || number === null) return null;
  const device = listDevices(rackPlan(), number).find((own) => own.key === key);
  return device ? { device, number } : null;
}

export function listDevices(plan: FloorPlan, number: number): readonly ElevationDevice[] {
  const { rack, index } = addressRack(plan, number);
  return readRack(rack, index).devices;
}

export interface AimedUnit {
  readonly target: MoveTarget;
  readonly heightUnits: number;
}

/** The rack and unit under the point; above the units counts as the highest, below as the lowest. */
export function aimAt(x: number, y: number): AimedUnit | null {
  const column = document.elementsFromPoint(x, y).find((element) => element.closest('[data-column]'));
  const number = findNumber(column ?? null);
  const bay = column?.closest('[data-column]')?.querySelector('[data-bay]');
  if (number === null || !bay) return null;
  const { rack, index } = addressRack(rackPlan(), number);
  const { bottom, height } = bay.getBoundingClientRect();
  const unit = Math.floor(((bottom - y) / height) * rack.heightUnits) + 1;
  const bottomUnit = Math.min(rack.heightUnits, Math.max(1, unit));
  return { target: { rackId: rack.id, rackIndex: index, bottomUnit }, heightUnits: rack.heightUnits };
}

export function isShelf(x: number, y: number): boolean {
  return document.elementsFromPoint(x, y).some((element) => element.closest('[data-shelf]'));
}
