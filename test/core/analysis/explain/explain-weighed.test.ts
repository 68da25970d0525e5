/** Differences and quotients by hand; a path and a link preview recomputed from their own values. */
import { describe, expect, it } from 'vitest';
import {
  explainPreviewCables,
  explainPreviewModules,
  explainPreviewPorts,
} from '#core/analysis/explain/explain-preview.ts';
import { explainRoute } from '#core/analysis/explain/explain-route.ts';
import { explainDifference, explainQuotient } from '#core/analysis/explain/explain-weighed.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import type { Route } from '#core/analysis/route.ts';
import type { LinkPreview } from '#core/netlist/preview-link.ts';
import { evaluateFormula } from '../../../support/evaluate-formula.ts';

const evaluate = (explanation: Explanation | null): number[] =>
  explanation ? evaluateFormula(explanation.formula, explanation.values).map(({ value }) => value) : [];

const readUnknown = ({ values }: Explanation): string[] =>
  values.filter(({ isUnknown }) => isUnknown).map(({ symbol }) => symbol);

describe('a difference', () => {
  const weighed = { title: 'Network power', unit: 'W', caveats: [] };

  it('is the second less the first: 12 kW after 15 kW are 3 kW less', () => {
    const less = explainDifference(weighed, { name: 'before', value: 15_000 }, { name: 'after', value: 12_000 });
    expect(evaluate(less)).toEqual([-3000]);
    expect(less.values[0]).toMatchObject({ value: -3000, meaning: 'less' });
  });

  it('is unknown, and not 0, while one of the two is', () => {
    const open = explainDifference(weighed, { name: 'before', value: null }, { name: 'after', value: 12_000 });
    expect(readUnknown(open)).toEqual(['D', 'B']);
  });
});

describe('a quotient', () => {
  const weighed = { title: 'Power per GPU', unit: 'W', caveats: [] };

  it('spreads one figure over another: 10.2 kW over 8 GPUs are 1,275 W each', () => {
    const each = explainQuotient(weighed, { name: 'power', value: 10_200 }, { name: 'GPUs', value: 8 });
    expect(evaluate(each)).toEqual([1275]);
    expect(each.values[0]?.value).toBe(1275);
  });

  it('is unknown over nothing', () => {
    expect(readUnknown(explainQuotient(weighed, { name: 'p', value: 1 }, { name: 'GPUs', value: 0 }))).toEqual(['Q']);
  });
});

describe('a path', () => {
  const stop = (name: string, ns: number, isAssumed: boolean) => {
    return { deviceId: name, member: 0, name, groupName: name, rackName: '', ns, isAssumed };
  };
  const hop = (cableLengthM: number) => {
    const ends = { portA: 'a', portB: 'b', label: '', linkId: 'l', connection: 0 };
    return { ...ends, speedGbps: 400, lengthM: 4, cableLengthM, isMeasured: true, cableNs: 25, fecNs: 100 };
  };
  const route: Route = {
    fabricId: 'f',
    fabricName: 'Compute',
    fabrics: [],
    stops: [stop('node-1', 700, true), stop('leaf-1', 350, true), stop('node-2', 700, true)],
    hops: [hop(5), hop(5)],
    pathCount: 1,
    rank: 0,
    totalNs: 2000,
    lengthM: 8,
    slowestGbps: 400,
  };

  it('takes what its devices, cables and error correction take: 1,750 + 2 × (25 + 100) ns', () => {
    const explanation = explainRoute(route);
    expect(evaluate(explanation)).toEqual([2000, 8]);
    expect(explanation.caveats[0]).toMatch(/assumed/);
    for (const { asOf } of explanation.sources) expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('a link before it is drawn', () => {
  const ports = { usedBefore: 32, usedAfter: 64, owned: 64, fullestMemberUsed: 32, ownedPerMember: 32 };
  const preview: LinkPreview = {
    connectionCount: 32,
    requestedCount: 40,
    cableCount: 32,
    transceiverCount: 32,
    mediumLabel: 'twin-port modules',
    mediumResolved: true,
    mediumPartIds: [],
    a: ports,
    b: ports,
    diagnostics: [],
  };

  it('makes one cable a connection, and with twin-port modules one module', () => {
    expect(evaluate(explainPreviewCables(preview, []))).toEqual([32]);
    expect(explainPreviewModules(preview, [])?.values.at(-1)).toMatchObject({ symbol: 'q', value: 2 });
    expect(explainPreviewCables(preview, [])?.caveats.join(' ')).toContain('8 of the connections');
    expect(evaluate(explainPreviewPorts('Leaf', ports, undefined))).toEqual([64]);
  });

  it('has nothing to explain where nothing is bought', () => {
    expect(explainPreviewModules({ ...preview, transceiverCount: 0 }, [])).toBeNull();
  });
});
