import { describe, expect, it } from 'vitest';
import { resolveConstants } from '#core/sim/constants.ts';
import { computeHopUs } from '#core/sim/hop-latency.ts';
import { createInputs, findPlatform } from '../../support/collective-case.ts';

const constants = resolveConstants({});

describe('the scale-out hop', () => {
  it('goes by network and by host', () => {
    const hop = (patch: Parameters<typeof createInputs>[0]): number =>
      computeHopUs(createInputs(patch), 'all-reduce', constants);
    expect(hop({})).toBe(5);
    expect(hop({ platform: findPlatform('blackwell') })).toBe(6.5);
    expect(hop({ transport: 'roce' })).toBe(11);
    expect(hop({ transport: 'roce', platform: findPlatform('mi300x') })).toBe(8.5);
    expect(hop({ transport: 'efa-v1' })).toBe(73);
    expect(hop({ transport: 'tcpxo' })).toBe(54);
  });

  it('grows by what the drawn path is longer than the measured ones, and never falls below zero', () => {
    const far = createInputs({ oneWayUs: 5.85 });
    expect(computeHopUs(far, 'all-reduce', constants)).toBeCloseTo(9, 9);
    const none = resolveConstants({ hopInfiniBandUs: 0 });
    expect(computeHopUs(createInputs({ oneWayUs: 1 }), 'all-reduce', none)).toBe(0);
  });
});
