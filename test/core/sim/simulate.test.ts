import { describe, expect, it } from 'vitest';
import { elaborate } from '#core/netlist/elaborate.ts';
import { simulate } from '#core/sim/simulate.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { ask, drawRailPods } from '../../support/flow-fabric.ts';

const { netlist } = elaborate(drawRailPods(2, 4, 4), builtInCatalog);

describe('simulate', () => {
  it('sweeps 8 B to 16 GiB and agrees with the estimate at its size', () => {
    const { estimate, sweep, training, notModelled } = simulate(netlist, ask({ sizeBytes: 2 ** 20 }));
    if (!estimate.ok || !sweep.ok) throw new Error('refused');
    expect(sweep.value).toHaveLength(32);
    expect(sweep.value[0]?.sizeBytes).toBe(8);
    expect(sweep.value.at(-1)?.sizeBytes).toBe(2 ** 34);
    expect(sweep.value.find(({ sizeBytes }) => sizeBytes === 2 ** 20)).toEqual(estimate.value);
    expect(training).toBeNull();
    expect(notModelled.length).toBeGreaterThan(5);
  });

  it('takes no less time for more bytes', () => {
    const { sweep } = simulate(netlist, ask({ collective: 'all-to-all' }));
    if (!sweep.ok) throw new Error(sweep.error);
    const times = sweep.value.map(({ timeUs }) => timeUs);
    expect(times).toEqual(times.toSorted((x, y) => x - y));
  });

  it('puts the failures of the scenario in force, whatever the netlist came with', () => {
    const failures = ask({ failures: [{ kind: 'device', deviceId: 'spine' }] });
    expect(simulate(netlist, failures).estimate).toMatchObject({ ok: false });
    expect(simulate(netlist, ask({})).estimate).toMatchObject({ ok: true });
  });

  it('refuses groups of one GPU', () => {
    const { estimate } = simulate(netlist, ask({ group: { kind: 'subgroup', axis: 'tensor' } }));
    expect(estimate).toMatchObject({ ok: false });
  });
});
