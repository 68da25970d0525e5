/** Figures of drawn things, on 4 DGX H100 of 8 GPUs in 2 racks and 2 leaves beside them; counts by hand. */
import { describe, expect, it } from 'vitest';
import { explain } from '#core/analysis/explain/explain.ts';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { Design } from '#core/design/design.ts';
import { evaluate } from '../../../support/draw.ts';
import { evaluateFormula } from '../../../support/evaluate-formula.ts';
import { createSmallDesign } from '../../../support/small-design.ts';

const small: Design = {
  ...createSmallDesign(),
  units: {
    su: {
      id: 'su',
      name: 'SU 1',
      members: [
        { kind: 'rack', id: 'rack-1' },
        { kind: 'device', id: 'leaf-1' },
      ],
    },
  },
};

function derive(design: Design, metricId: MetricId) {
  const { netlist, report } = evaluate(design);
  const explanation = explain(netlist, report, metricId);
  if (!explanation) return null;
  const [result] = evaluateFormula(explanation.formula, explanation.values);
  return { ...explanation, result: result?.value };
}

describe('figures of a scalable unit', () => {
  it('counts GPUs by server: 4 of 8', () => {
    const gpus = derive(small, 'unit/gpus/su');
    expect(gpus).toMatchObject({ title: 'GPUs of SU 1', formula: 'G = Σ(n × g)', result: 32 });
    expect(gpus?.counted).toEqual([{ label: 'gpu', refs: [{ kind: 'device', id: 'gpu-1' }], count: 4 }]);
    expect(gpus?.sources.map(({ label }) => label)).toContain('DGX H100');
  });

  it('counts racks, servers and switches, and says that they are drawn', () => {
    expect(derive(small, 'unit/racks/su')?.result).toBe(2);
    expect(derive(small, 'unit/servers/su')?.result).toBe(4);
    const switches = derive(small, 'unit/switches/su');
    expect(switches?.result).toBe(2);
    expect(switches?.sources).toEqual([{ label: 'The drawing', url: null, confidence: 'user', asOf: '' }]);
  });

  it('has nothing to say of what is not there', () => {
    expect(derive(small, 'unit/unknown/su')).toBeNull();
    expect(derive(small, 'unit/gpus/nowhere')).toBeNull();
  });

  it('calls the GPUs unknown when nobody states them, and never 0', () => {
    const [part] = Object.values(evaluate(small).netlist.groups).flatMap((group) => group.part ?? []);
    if (part?.kind !== 'server') throw new Error('The first group of the small design are servers');
    const open = { ...part, id: 'open-server', gpuCount: null };
    const design: Design = { ...small, parts: { [open.id]: open } };
    const [server] = Object.values(design.devices).filter(({ id }) => id === 'gpu-1');
    if (!server) throw new Error('The small design has servers');
    const gpus = derive(
      { ...design, devices: { ...design.devices, 'gpu-1': { ...server, partId: open.id } } },
      'unit/gpus/su',
    );
    expect(gpus?.values.filter(({ isUnknown }) => isUnknown).map(({ symbol }) => symbol)).toEqual(['G', 'g1']);
    expect(gpus?.caveats[0]).toMatch(/nobody states how many GPUs/);
  });
});

describe('figures of groups and trunks', () => {
  it('says of an entered number that it is entered', () => {
    const members = derive(small, 'device/members/gpu-1');
    expect(members).toMatchObject({ formula: 'N = n', result: 4 });
    expect(members?.sources[0]?.confidence).toBe('user');
    expect(derive(small, 'rack/count/rack-1')?.result).toBe(2);
  });

  it('counts what is drawn: servers and leaves are two groups', () => {
    expect(derive(small, 'device-groups')?.result).toBe(Object.keys(small.devices).length);
    expect(derive(small, 'rack-groups')?.result).toBe(1);
  });

  it('sums the links of a trunk', () => {
    const ids = Object.keys(small.links);
    const { report } = evaluate(small);
    const cables = report.links.reduce((sum, { cableCount }) => sum + cableCount, 0);
    expect(derive(small, `trunk/cables/${JSON.stringify(ids)}`)?.result).toBe(cables);
    expect(derive(small, 'trunk/cables/[]')).toBeNull();
  });

  it('tells the line rate beside the count: connections × 400 Gb/s', () => {
    const [id = ''] = Object.keys(small.links);
    const connections = derive(small, `link/connections/${id}`);
    const valueOf = (symbol: string) => connections?.values.find((own) => own.symbol === symbol)?.value ?? 0;
    expect(valueOf('B')).toBe(valueOf('C') * valueOf('v'));
  });
});

describe('what breaks', () => {
  it('takes the whole ones from all: 1 of 2 leaves', () => {
    const { currentScenario } = evaluate(small).netlist;
    const failures = [{ kind: 'device' as const, deviceId: 'leaf-1', members: { first: 0, count: 1 } }];
    const broken = { ...small, scenarios: { s1: { ...currentScenario, id: 's1', failures } }, currentScenarioId: 's1' };
    const figure = derive(broken, 'device/broken/leaf-1');
    expect(figure).toMatchObject({ formula: 'B = N - W', result: 1 });
    expect(derive(broken, 'device/broken/gpu-1')).toBeNull();
    expect(derive(small, 'device/broken/leaf-1')).toBeNull();
  });
});

describe('a broken rack', () => {
  it('counts each rack once, however often it is named: 2 of 2', () => {
    const { currentScenario } = evaluate(small).netlist;
    const failures = [
      { kind: 'rack' as const, rackId: 'rack-1', racks: { first: 1, count: 1 } },
      { kind: 'rack' as const, rackId: 'rack-1' },
    ];
    const broken = { ...small, scenarios: { s1: { ...currentScenario, id: 's1', failures } }, currentScenarioId: 's1' };
    expect(derive(broken, 'rack/broken/rack-1')?.result).toBe(2);
    expect(derive(small, 'rack/broken/rack-1')).toBeNull();
  });
});

describe('power of the network', () => {
  it('is that of the switches and of the modules in the servers', () => {
    const { report } = evaluate(small);
    const power = derive(small, 'network-power');
    const line = (id: string) => report.power.devices.find(({ deviceId }) => deviceId === id);
    expect(power?.result).toBe((line('leaf-1')?.maxW.value ?? 0) + (line('gpu-1')?.transceiversMaxW.value ?? 0));
    expect(power?.values[0]?.isUnknown).toBeUndefined();
  });
});
