import { describe, expect, it } from 'vitest';
import { createScenario } from '#core/design/scenario.ts';
import { carryScenario } from '#core/sim/carry-scenario.ts';

describe('a scenario put to another drawing', () => {
  it('is the same question when it names nothing of the first', () => {
    const scenario = { ...createScenario('s', 'Big'), sizeBytes: 4096, collective: 'all-to-all' as const };
    expect(carryScenario(scenario)).toEqual({ scenario, leftOut: [] });
  });

  it('leaves behind what names devices, links and fabrics, and says so', () => {
    const scenario = {
      ...createScenario('s', 'Broken'),
      fabricId: 'f',
      failures: [{ kind: 'device' as const, deviceId: 'spine' }],
      group: { kind: 'tenant' as const, name: 'A', runs: [{ deviceId: 'gpu', members: { first: 0, count: 2 } }] },
    };
    const { scenario: carried, leftOut } = carryScenario(scenario);
    expect(carried).toEqual(createScenario('s', 'Broken'));
    expect(leftOut).toEqual(['choice of fabric', 'choice of servers', 'failures']);
  });
});
