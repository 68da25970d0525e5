/** What the closed form says beside the check values: bandwidths, forced choices, cuts, racks, and what cannot be done. */
import { describe, expect, it } from 'vitest';
import type { Collective } from '#core/netlist/netlist.ts';
import type { CollectiveRequest } from '#core/sim/closed-form/collective-request.ts';
import { estimateCollective } from '#core/sim/closed-form/estimate-collective.ts';
import type { CollectiveInputs } from '#core/sim/collective-inputs.ts';
import { resolveConstants } from '#core/sim/constants.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import { createHalfCut, createInputs, findPlatform } from '../../../support/collective-case.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const constants = resolveConstants({});

function estimate(
  patch: Partial<CollectiveInputs>,
  request: Partial<CollectiveRequest> = {},
  own = constants,
): CollectiveEstimate {
  const whole = { collective: 'all-reduce', sizeBytes: GIB, algorithm: 'auto', protocol: 'auto', ...request } as const;
  return estimateCollective(createInputs(patch), whole, own);
}

describe('bandwidths', () => {
  // Factors of nccl-tests' PERFORMANCE.md for 16 ranks.
  const factors: readonly (readonly [Collective, number])[] = [
    ['all-reduce', 30 / 16],
    ['all-gather', 15 / 16],
    ['reduce-scatter', 15 / 16],
    ['all-to-all', 15 / 16],
    ['broadcast', 1],
    ['send-recv', 1],
  ];

  it.each(factors)('%s: busbw is algbw times its factor', (collective, factor) => {
    const { algbwGBps, busbwGBps, timeUs } = estimate({}, { collective });
    expect(algbwGBps).toBeCloseTo(GIB / timeUs / 1000, 9);
    expect(busbwGBps / algbwGBps).toBeCloseTo(factor, 9);
  });

  it('gives a barrier the time of an all-reduce of 8 B and no bandwidth', () => {
    const barrier = estimate({}, { collective: 'barrier', sizeBytes: GIB });
    expect(barrier.timeUs).toBe(estimate({}, { sizeBytes: 8 }).timeUs);
    expect(barrier.busbwGBps).toBe(0);
  });

  it('asks nothing of one GPU alone', () => {
    expect(estimate({ rankCount: 1, domainCount: 1 })).toMatchObject({ timeUs: 0, busbwGBps: 0, impossible: null });
  });
});

describe('a forced choice', () => {
  it('leaves only its family and protocol', () => {
    const names = (request: Partial<CollectiveRequest>): string[] =>
      estimate({}, request)
        .candidates.map(({ name }) => name)
        .sort();
    expect(names({ algorithm: 'ring' })).toEqual(['Ring/LL', 'Ring/LL128', 'Ring/Simple']);
    expect(names({ algorithm: 'tree', protocol: 'll128' })).toEqual(['Tree/LL128']);
    expect(names({ protocol: 'simple' })).toEqual(['NVLSTree', 'Ring/Simple', 'Tree/Simple']);
    expect(names({ algorithm: 'nvls-tree' })).toEqual(['NVLSTree']);
  });

  it('weighs seven candidates on several domains and on one: NVLS and NVLSTree exclude each other', () => {
    expect(estimate({}).candidates).toHaveLength(7);
    expect(estimate({ rankCount: 8, domainCount: 1 }).candidates).toHaveLength(7);
  });

  const refused: readonly (readonly [string, Partial<CollectiveInputs>, Partial<CollectiveRequest>, RegExp])[] = [
    [
      'NVLS on A100',
      { platform: findPlatform('a100'), domainCount: 1, rankCount: 8 },
      { algorithm: 'nvls' },
      /A100 has not/,
    ],
    ['NVLS on 4 GPUs', { domainCount: 1, rankCount: 4 }, { algorithm: 'nvls' }, /needs 5 GPUs or more/],
    ['NVLS on two domains', {}, { algorithm: 'nvls' }, /use NVLSTree/],
    ['NVLSTree on one domain', { domainCount: 1, rankCount: 8 }, { algorithm: 'nvls-tree' }, /use NVLS/],
    ['LL128 on AMD', { platform: findPlatform('mi300x') }, { protocol: 'll128' }, /no protocol LL128/],
    ['Tree for all-gather', {}, { collective: 'all-gather', algorithm: 'tree' }, /use Ring/],
    ['NVLS with LL', { domainCount: 1, rankCount: 8 }, { algorithm: 'nvls', protocol: 'll' }, /use Simple/],
  ];

  it.each(refused)('that cannot be done says why: %s', (_, patch, request, sentence) => {
    const refusal = estimate(patch, request);
    expect(refusal.impossible).toMatch(sentence);
    expect(refusal).toMatchObject({ timeUs: Number.POSITIVE_INFINITY, busbwGBps: 0, candidates: [] });
  });

  it('does not touch traffic between pairs', () => {
    expect(estimate({}, { collective: 'all-to-all', algorithm: 'tree', protocol: 'll' }).impossible).toBeNull();
  });
});

describe('cuts of the drawn fabric', () => {
  it('cost an ordered ring little and all-to-all in full', () => {
    // 16 servers on two leaves, 64 NICs of 50 GB/s each side, uplinks oversubscribed 2:1.
    const shape = { rankCount: 128, domainCount: 16 };
    const cuts = [createHalfCut(1600, 128)];
    const ring = { algorithm: 'ring', protocol: 'simple' } as const;
    expect(estimate({ ...shape, cuts }, ring).timeUs).toBe(estimate(shape, ring).timeUs);
    const free = estimate(shape, { collective: 'all-to-all', sizeBytes: 16 * GIB });
    const cut = estimate({ ...shape, cuts }, { collective: 'all-to-all', sizeBytes: 16 * GIB });
    // n/4 * S over 1600 * 0.955 GB/s; without the cut 120/128 of S over one NIC.
    expect(cut.timeUs / free.timeUs).toBeCloseTo(32 / 1600 / (120 / 128 / 50), 1);
    expect(cut.bottleneck).toEqual({ kind: 'cut', label: 'uplinks of leaf-1', refIds: ['leaf'] });
  });

  it('without a working cable stop the group, unless it lies in one domain', () => {
    const cuts = [createHalfCut(0, 16)];
    expect(estimate({ cuts }).impossible).toBe('No working cable is left at uplinks of leaf-1.');
    expect(estimate({ cuts, domainCount: 1, rankCount: 8 }).impossible).toBeNull();
  });

  it('are not needed to see that domains have no NIC', () => {
    expect(estimate({ nicsPerDomain: 0 }).impossible).toMatch(/no working port/);
  });
});

describe('bottleneck', () => {
  it('is latency for a small message, the NICs for a large one, the scale-up network in one domain', () => {
    expect(estimate({}, { sizeBytes: 8 }).bottleneck).toEqual({ kind: 'latency' });
    expect(estimate({ nicGbps: 100 }).bottleneck).toEqual({ kind: 'nic' });
    expect(estimate({ rankCount: 8, domainCount: 1 }).bottleneck).toEqual({ kind: 'scale-up' });
  });
});

describe('reduction in the switches', () => {
  const many = { rankCount: 256, domainCount: 32 };

  it('saves latency where trees are deep and leaves large messages as they are', () => {
    const off = estimate(many, { sizeBytes: 4 * 1024 });
    const on = estimate({ ...many, inNetworkReduction: 'latency' }, { sizeBytes: 4 * 1024 });
    expect(on.candidates[0]?.name).toBe('NVLS+SHARP');
    expect(on.timeUs).toBeLessThan(off.timeUs);
    // Bus bandwidth below that of the eight NICs: 8 x 50 GB/s.
    expect(estimate({ ...many, inNetworkReduction: 'latency' }).busbwGBps).toBeLessThan(400);
  });

  it('gains bandwidth only when that is asked for', () => {
    const sure = estimate({ ...many, inNetworkReduction: 'latency' }, { sizeBytes: 16 * GIB });
    const hoped = estimate({ ...many, inNetworkReduction: 'optimistic' }, { sizeBytes: 16 * GIB });
    expect(hoped.timeUs).toBeLessThan(0.8 * sure.timeUs);
  });

  it('works on A100 too, and not on Ethernet', () => {
    const a100 = { ...many, platform: findPlatform('a100'), inNetworkReduction: 'latency' } as const;
    expect(estimate(a100).candidates.map(({ name }) => name)).toContain('CollNet/SHARP');
    const ethernet = estimate({ ...many, transport: 'roce', inNetworkReduction: 'latency' });
    expect(ethernet.candidates.map(({ name }) => name)).not.toContain('NVLS+SHARP');
    expect(ethernet.outsideValidated.join(' ')).toContain('only modelled on InfiniBand');
  });
});

describe('GPUs without peer access', () => {
  it('send every byte through their NIC', () => {
    // One NIC of 50 GB/s a GPU, 16 GPUs; the asymptote 15/16 of S over it. Measured on two servers: 176,166 us at 8 GiB.
    const alone = { platform: findPlatform('generic'), domainSize: 1, domainCount: 16, nicsPerDomain: 1 };
    const { timeUs } = estimate({ ...alone, hasPeerAccess: false }, { collective: 'all-to-all', sizeBytes: 8 * GIB });
    expect(timeUs).toBeGreaterThan((8 * GIB * 15) / 16 / 1000 / 50);
    expect(Math.abs(timeUs - 176_166) / 176_166).toBeLessThan(0.05);
  });
});

describe('uncertainty', () => {
  it('is a tenth for large messages, a third for small ones, more on many domains at mid size', () => {
    const width = (patch: Partial<CollectiveInputs>, sizeBytes: number): number => {
      const { highUs, timeUs, lowUs } = estimate(patch, { sizeBytes });
      expect(timeUs / lowUs).toBeCloseTo(highUs / timeUs, 9);
      return highUs / timeUs;
    };
    expect(width({}, 64 * MIB)).toBeCloseTo(1.1, 9);
    expect(width({}, MIB)).toBeCloseTo(1.35, 9);
    expect(width({ rankCount: 32, domainCount: 4 }, MIB)).toBeCloseTo(1.6, 9);
    expect(width({ transport: 'tcpx' }, GIB)).toBeCloseTo(1.6, 9);
    expect(width({ rankCount: 2048, domainCount: 256 }, GIB)).toBeCloseTo(1.6, 9);
    expect(width({ platform: findPlatform('generic') }, GIB)).toBeCloseTo(1.2, 9);
  });

  it('reaches from the tree to one ring above eight NVLink racks, and so to what was measured', () => {
    const racks = {
      platform: findPlatform('blackwell'),
      rankCount: 1440,
      domainCount: 20,
      domainSize: 72,
      nicsPerDomain: 72,
    };
    const { lowUs, highUs, timeUs, outsideValidated } = estimate(racks, { sizeBytes: 16 * GIB });
    expect(timeUs).toBeGreaterThan(lowUs);
    // 20 racks of GB200 at 16 GiB: 84,625 us.
    expect(highUs).toBeGreaterThan(84_625);
    expect(outsideValidated.join(' ')).toContain('twenty NVLink racks');
  });

  it('is silent about the best measured case', () => {
    expect(estimate({}).outsideValidated).toEqual([]);
  });
});

describe('constants', () => {
  it('of a user take the place of the table', () => {
    const own = resolveConstants({ goodputShare: 0.8 });
    const ring = { algorithm: 'ring', protocol: 'simple', sizeBytes: 16 * GIB } as const;
    expect(estimate({}, ring, own).timeUs / estimate({ nicGbps: 400 * (0.8 / 0.955) }, ring).timeUs).toBeCloseTo(1, 9);
  });
});

describe('a stage that costs nothing', () => {
  const stages = (patch: Partial<CollectiveInputs>, request: Partial<CollectiveRequest> = {}) =>
    estimate(patch, request).candidates.map(({ scaleUpUs, scaleOutUs, hiddenStage }) => ({
      isUpCharged: scaleUpUs > 0,
      isOutCharged: scaleOutUs > 0,
      hiddenStage,
    }));

  it('is hidden behind the one that is charged where both carry bytes', () => {
    for (const { isUpCharged, isOutCharged, hiddenStage } of stages({ rankCount: 64, domainCount: 8 })) {
      expect(isUpCharged).not.toBe(isOutCharged);
      expect(hiddenStage).toBe(isUpCharged ? 'scale-out' : 'scale-up');
    }
  });

  it('is absent, not hidden, inside one domain, with one GPU a domain, and without bytes', () => {
    for (const { isOutCharged, hiddenStage } of stages({ rankCount: 8, domainCount: 1 })) {
      expect([isOutCharged, hiddenStage]).toEqual([false, null]);
    }
    for (const { hiddenStage } of stages({ rankCount: 8, domainCount: 8 }, { algorithm: 'ring' })) {
      expect(hiddenStage).not.toBe('scale-up');
    }
  });
});
