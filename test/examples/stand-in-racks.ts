/** Puts the groups of an example in racks: a list of rack groups, each with what stands in it and from which unit up. */
import { assertDefined } from '#core/base/assert.ts';
import type { Design, Position, Rack } from '#core/design/design.ts';
import type { Command } from '#core/edit/command.ts';
import { applyCommands } from './apply-commands.ts';

interface RackContent {
  readonly deviceId: string;
  readonly perRack: number;
  readonly bottomUnit: number;
  /** Racks of the group left to others before the first of these; absent = none. */
  readonly firstRack?: number;
}

export interface RackPlan {
  readonly id: string;
  readonly name: string;
  readonly partId?: string;
  readonly count: number;
  readonly position: Position;
  readonly limits: Partial<Pick<Rack, 'heightUnits' | 'powerLimitW' | 'cooling'>>;
  readonly contents: readonly RackContent[];
}

export function standInRacks(design: Design, plans: readonly RackPlan[]): Design {
  return applyCommands(
    design,
    plans.flatMap((plan) => listCommands(design, plan)),
  );
}

function listCommands(design: Design, plan: RackPlan): Command[] {
  const { id, name, partId = null, count, position, limits, contents } = plan;
  return [
    { name: 'addRack', args: { id, partId, count, name, position } },
    { name: 'editRack', args: { id, patch: limits } },
    ...contents.map(({ deviceId, perRack, bottomUnit, firstRack = 0 }): Command => {
      const members = { first: 0, count: assertDefined(design.devices[deviceId], `${deviceId} is drawn`).count };
      const place = { rackId: id, firstRack, bottomUnit, perRack, placementIds: [`place-${deviceId}`] };
      return { name: 'moveMembers', args: { deviceId, members, ...place } };
    }),
  ];
}
