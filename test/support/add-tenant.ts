/** A scenario about some members of one device group, as `Make a tenant` adds it. */
import type { Design } from '#core/design/design.ts';
import { createScenario } from '#core/design/scenario.ts';

export function addTenant(design: Design, name: string, deviceId: string, first: number, count: number): void {
  const id = `scenario-${Object.keys(design.scenarios ?? {}).length + 1}`;
  const group = { kind: 'tenant' as const, name, runs: [{ deviceId, members: { first, count } }] };
  design.scenarios = { ...design.scenarios, [id]: { ...createScenario(id, `Job ${id}`), group } };
}
