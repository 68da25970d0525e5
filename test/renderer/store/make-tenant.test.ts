/** Four DGX H100 in one group, two of them in each rack, and two leaves. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createScenario, type Scenario } from '#core/design/scenario.ts';
import { design, dispatch, openDesign, undo } from '../../../renderer/store/design-store.ts';
import { canMakeTenant, makeTenant } from '../../../renderer/store/make-tenant.ts';
import { select, viewStore } from '../../../renderer/store/view-store.ts';
import { createSmallDesign } from '../../support/small-design.ts';

beforeEach(() => {
  openDesign(createSmallDesign(), null);
  viewStore.setState({ screen: 'studio', overlay: 'none' });
});

function groups(): Scenario['group'][] {
  return Object.values(design().scenarios ?? {}).map(({ group }) => group);
}

const run = (first: number, count: number) => ({ deviceId: 'gpu-1', members: { first, count } });

describe('a tenant of the selection', () => {
  it('takes servers with GPUs only, shows itself, and is one undo step', () => {
    select([{ kind: 'device', id: 'leaf-1' }]);
    expect(canMakeTenant()).toBe(false);
    select([
      { kind: 'device', id: 'leaf-1' },
      { kind: 'device', id: 'gpu-1' },
    ]);
    makeTenant();
    expect(groups()).toEqual([{ kind: 'tenant', name: 'Tenant 1', runs: [run(0, 4)] }]);
    expect(viewStore.getState().overlay).toBe('tenant');
    undo();
    expect(groups()).toEqual([]);
  });

  it('takes what stands in a rack, single members, and what no tenant has yet, under the next name', () => {
    select([
      { kind: 'device', id: 'gpu-1', member: 1 },
      { kind: 'device', id: 'gpu-1', member: 2 },
    ]);
    makeTenant();
    select([{ kind: 'rack', id: 'rack-1' }]);
    makeTenant();
    expect(groups()).toEqual([
      { kind: 'tenant', name: 'Tenant 1', runs: [run(1, 2)] },
      { kind: 'tenant', name: 'Tenant 2', runs: [run(0, 1), run(3, 1)] },
    ]);
    expect(canMakeTenant()).toBe(false);
  });

  it('leaves broken what was broken', () => {
    const failures = [{ kind: 'device' as const, deviceId: 'leaf-1' }];
    dispatch({ name: 'addScenario', args: { scenario: { ...createScenario('s', 'Broken'), failures } } });
    select([{ kind: 'device', id: 'gpu-1' }]);
    makeTenant();
    expect(design().scenarios?.[design().currentScenarioId ?? '']).toMatchObject({ name: 'Tenant 1', failures });
  });
});
