import { describe, expect, it } from 'vitest';
import type { Candidate, CollectiveEstimate } from '#core/sim/estimate.ts';
import { createSweepSpec, describeWinners } from '../../../../renderer/panels/simulate/charts/sweep-spec.ts';

function candidate(name: string, timeUs: number): Candidate {
  return {
    name,
    family: name.startsWith('Tree') ? 'tree' : 'ring',
    protocol: 'simple',
    timeUs,
    latencyUs: timeUs,
    scaleUpUs: 0,
    scaleOutUs: 0,
    congestionUs: 0,
    hiddenStage: null,
  };
}

/** `times`: fastest first. */
function estimate(sizeBytes: number, times: readonly (readonly [string, number])[]): CollectiveEstimate {
  const timeUs = times[0]?.[1] ?? 0;
  return {
    collective: 'all-reduce',
    sizeBytes,
    timeUs,
    lowUs: timeUs * 0.8,
    highUs: timeUs * 1.25,
    algbwGBps: sizeBytes / timeUs / 1e3,
    busbwGBps: (2 * sizeBytes) / timeUs / 1e3,
    candidates: times.map(([name, us]) => candidate(name, us)),
    bottleneck: { kind: 'nic' },
    rankCount: 16,
    domainCount: 2,
    impossible: null,
    outsideValidated: [],
  };
}

const sweep = [
  estimate(1024, [
    ['Tree', 10],
    ['Ring', 40],
  ]),
  estimate(2048, [
    ['Tree', 20],
    ['Ring', 40],
  ]),
  estimate(4096, [
    ['Ring', 40],
    ['Tree', 80],
  ]),
];

describe('the chart of a sweep', () => {
  it('draws the estimate and every candidate, and marks the fastest at each size', () => {
    const spec = createSweepSpec(sweep, 'time', 'All-reduce', 2048);
    expect(spec.series.map(({ name }) => name)).toEqual(['Estimate', 'Ring', 'Tree']);
    expect(spec.series[0]?.points.map(({ y }) => y)).toEqual([10, 20, 40]);
    expect(spec.marks.map(({ seriesId }) => seriesId)).toEqual(['Tree', 'Tree', 'Ring']);
    expect(spec.xMarker).toEqual({ x: 2048, label: 'now 2 KiB' });
  });

  it('tells candidates apart by more than colour', () => {
    const looks = createSweepSpec(sweep, 'time', 'All-reduce', null).series.slice(1);
    expect(new Set(looks.map(({ dash, marker }) => `${dash} ${marker}`)).size).toBe(looks.length);
  });

  it('gives a slower candidate the bandwidth its time leaves it: half of it at twice the time', () => {
    const spec = createSweepSpec(sweep, 'busbw', 'All-reduce', null);
    const tree = spec.series.find(({ name }) => name === 'Tree')?.points.at(-1)?.y;
    expect(tree).toBeCloseTo((sweep[2]?.busbwGBps ?? 0) / 2);
  });

  it('turns the band over for bandwidth: the shortest time is the highest', () => {
    const band = createSweepSpec(sweep, 'busbw', 'All-reduce', null).bands[0]?.points[0];
    const busbwGBps = sweep[0]?.busbwGBps ?? 0;
    expect(band?.low).toBeCloseTo(busbwGBps / 1.25);
    expect(band?.high).toBeCloseTo(busbwGBps / 0.8);
  });

  it('says in a sentence which candidate is the fastest where', () => {
    expect(describeWinners(sweep)).toBe('Tree up to 2 KiB, then Ring');
    expect(describeWinners(sweep.slice(0, 1))).toBe('Tree throughout');
    expect(createSweepSpec(sweep, 'time', 'All-reduce', null).summary).toContain(
      'from 10 \u00b5s at 1 KiB to 40 \u00b5s at 4 KiB',
    );
  });
});
