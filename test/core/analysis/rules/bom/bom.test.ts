/** R18, R19, R20, R25, R27, R28, R30: what is counted and on which facts, failed, passed and not checked. */
import { describe, expect, it } from 'vitest';
import { runRules } from '#core/analysis/rules/run-rules.ts';
import type { RuleOutcome } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { builtInCatalog } from '../../../../support/built-in-catalog.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../../../support/draw.ts';
import { applyFix, changePart, drawOptics, findProblem, judge } from '../../../../support/judge.ts';

function drawDgx(serverPart = 'dgx-h100', leafPart = 'qm9700', design = drawDesign()): Design {
  drawDevice(design, 'server', serverPart, 'endpoint', 4);
  drawDevice(design, 'leaf', leafPart, 'leaf', 8);
  drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
  return design;
}

describe('R18 power bases', () => {
  // QM9700: 747 W typical with passive cables, 1,720 W maximum with active ones.
  it('warns of a figure marked against its own words', () => {
    const design = drawDesign();
    const own = changePart(design, 'qm9700', 'switch', { powerTypicalIncludesOptics: true });
    expect(findProblem(drawDgx('dgx-h100', own, design), 'power.basis').message).toContain(
      "reads 'vendor typical, passive cables'",
    );
    const other = drawDesign();
    const active = changePart(other, 'qm9700', 'switch', { powerMaxIncludesOptics: false });
    expect(judge(drawDgx('dgx-h100', active, other), 'R18').state).toBe('failed');
  });

  it('passes both figures of a QM9700 and the maximum of a DGX H100', () => {
    expect(judge(drawDgx(), 'R18')).toMatchObject({ state: 'passed', checkedCount: 3 });
  });

  it('cannot tell where the basis does not say', () => {
    const design = drawDesign();
    const own = changePart(design, 'qm9700', 'switch', { powerMaxIncludesOptics: null });
    expect(judge(drawDgx('dgx-h100', own, design), 'R18')).toMatchObject({ state: 'not-checked', notCheckedCount: 1 });
  });

  it('agrees with every part of the catalog', () => {
    const design = drawDesign();
    for (const part of builtInCatalog.byId.values()) {
      if (part.kind === 'server' || part.kind === 'switch') drawDevice(design, part.id, part.id, 'management', 1);
    }
    expect(judge(design, 'R18').findings).toEqual([]);
    expect(judge(design, 'R25').findings).toEqual([]);
    expect(judge(design, 'R28').findings).toEqual([]);
  });
});

describe('R19 counting', () => {
  /** The netlist with a fault put in. */
  function judgeNetlist(fault: Partial<Netlist>): RuleOutcome | undefined {
    const { netlist, diagnostics, report } = evaluate(drawDgx());
    const broken = { ...netlist, ...fault };
    const outcomes = runRules({
      netlist: broken,
      diagnostics,
      ports: report.ports,
      rackLoads: [],
      facility: report.facility,
      fabrics: report.fabrics,
    });
    return outcomes.find(({ ruleId }) => ruleId === 'R19');
  }

  it('passes 4 x 8 links: 64 ports, 16 + 16 modules, 32 fibres', () => {
    expect(evaluate(drawDgx()).report.totals).toMatchObject({ portsUsed: 64, transceiverCount: 32, cableCount: 32 });
    expect(judge(drawDgx(), 'R19')).toMatchObject({ state: 'passed', checkedCount: 3 });
  });

  it('finds a module or a fibre too few', () => {
    expect(judgeNetlist({ transceiverCount: 31 })?.findings[0]?.message).toContain(
      'transceivers do not add up: 31 counted, 32',
    );
    const { netlist } = evaluate(drawDgx());
    // One fibre for two ports is what a published bill had.
    expect(judgeNetlist({ cableLink: netlist.cableLink.slice(0, 16) })?.findings[0]?.message).toContain(
      '16 counted, 32',
    );
  });

  it('cannot tell where the connectors of a module are not known', () => {
    const design = drawDesign();
    const own = changePart(design, 'mma4z00-ns-flt', 'transceiver', { connectorCount: null });
    drawOptics('dgx-h100.compute', 'qm9700.data', [own, 'mma4z00-ns'], 'mfp7e10', { speedGbps: 400 }, design);
    expect(judge(design, 'R19').state).toBe('not-checked');
  });
});

describe('R20 ends without a module', () => {
  it('refuses a module on a co-packaged port, as its own finding', () => {
    const design = drawOptics(
      'q3450-ld.data',
      'q3450-ld.data',
      ['mms4a20', 'mms4a20'],
      'mfp7e30',
      { speedGbps: 800 },
      drawDesign(),
    );
    expect(judge(design, 'R20')).toMatchObject({ state: 'failed', failedCount: 2 });
    expect(judge(design, 'R01').findings).toEqual([]);
  });

  it('refuses a cage that holds a direct-attach plug and a module', () => {
    // Two cages of two ports: the third port shares its cage with the fourth, of another link.
    const design = drawDesign();
    drawDevice(design, 'a', 'qm9700', 'leaf', 1);
    drawDevice(design, 'b', 'qm9700', 'spine', 1);
    const optics = {
      kind: 'optics',
      transceiverAId: 'mma4z00-ns',
      transceiverBId: 'mma4z00-ns',
      cableId: 'mfp7e10',
    } as const;
    drawLink(design, 'a.data', 'b.data', {
      pattern: 'pair',
      speedGbps: 400,
      medium: { kind: 'cable', cableId: 'mcp4y10' },
      lengthM: 1,
    });
    drawLink(design, 'a.data', 'b.data', { pattern: 'pair', speedGbps: 400, medium: optics });
    for (const [id, first] of [
      ['link-1', 0],
      ['link-2', 1],
    ] as const) {
      const link = design.links[id];
      if (link)
        Object.assign(link, {
          a: { ...link.a, ports: { first, step: 1 } },
          b: { ...link.b, ports: { first, step: 1 } },
        });
    }
    expect(judge(design, 'R20').state).toBe('failed');
  });

  it('passes modules in cages', () => {
    expect(judge(drawDgx(), 'R20')).toMatchObject({ state: 'passed', checkedCount: 2 + 32 });
  });

  it('cannot tell where the opening is not known', () => {
    const design = drawOptics('dgx-h100.inband_mgmt', 'sn4600c.data', ['mma1b00-c100d', 'mma1b00-c100d'], 'mfp7e10', {
      speedGbps: 100,
    });
    expect(judge(design, 'R20').notCheckedReasons).toEqual([
      'the form factor of the inband_mgmt ports of a is not known',
    ]);
  });
});

describe('R25 nameplate', () => {
  // DGX H100: six supplies of 3,300 W are 19,800 W, it draws 10,200 W.
  it('warns of a maximum that is the rating of the supplies', () => {
    const design = drawDesign();
    const own = changePart(design, 'dgx-h100', 'server', { powerMaxW: 19_800 });
    expect(judge(drawDgx(own, 'qm9700', design), 'R25')).toMatchObject({ state: 'failed', failedCount: 1 });
  });

  it('passes 10,200 W', () => {
    expect(judge(drawDgx(), 'R25')).toMatchObject({ state: 'passed', checkedCount: 2 });
  });

  it('cannot tell without a maximum', () => {
    expect(judge(drawDgx('dgx-h100', 'sn4600c'), 'R25').notCheckedReasons).toEqual([
      'the maximum power of SN4600C is not known',
    ]);
  });
});

describe('R27 status', () => {
  it('advises on a withdrawn part and offers its successor', () => {
    expect(findProblem(drawDgx(), 'part.status')).toMatchObject({ severity: 'advice' });
    const fixed = applyFix(drawDgx(), 'part.status');
    expect(fixed.devices['server']?.partId).toBe('dgx-h200');
    expect(judge(fixed, 'R27').state).toBe('passed');
  });

  it('knows a successor for no part that is not in the catalog', () => {
    for (const part of builtInCatalog.byId.values()) {
      if (part.replacedBy !== undefined) expect(builtInCatalog.byId.get(part.replacedBy)?.status).toBe('shipping');
    }
  });

  it('names the links of a withdrawn cable, once', () => {
    const design = drawDesign();
    drawDevice(design, 'a', 'qm8700', 'leaf', 1);
    drawDevice(design, 'b', 'qm8700', 'leaf', 2);
    drawLink(design, 'a.data', 'b.data', {
      pattern: 'mesh',
      speedGbps: 200,
      lengthM: 2,
      medium: { kind: 'cable', cableId: 'mcp1650-h' },
    });
    const withdrawn = judge(design, 'R27').findings.filter(({ message }) => message.includes('MCP1650'));
    expect(withdrawn).toMatchObject([{ where: [{ kind: 'link', id: 'link-1' }] }]);
  });
});

describe('R28 one way', () => {
  // QM9700 is sold with 51.2 Tb/s in both directions: 25.6 one way.
  it('warns of a capacity in both directions', () => {
    const design = drawDesign();
    const own = changePart(design, 'qm9700', 'switch', { capacityTbps: 51.2 });
    expect(findProblem(drawDgx('dgx-h100', own, design), 'bandwidth.one-way').message).toContain(
      '51.2 Tb/s, its ports carry 25.6 Tb/s',
    );
  });

  it('passes 25.6', () => {
    expect(judge(drawDgx(), 'R28')).toMatchObject({ state: 'passed', checkedCount: 1 });
  });

  it('cannot tell where the capacity is not known', () => {
    const design = drawDesign();
    const own = changePart(design, 'qm9700', 'switch', { capacityTbps: null });
    expect(judge(drawDgx('dgx-h100', own, design), 'R28').state).toBe('not-checked');
  });
});

describe('R30 unknown', () => {
  it('sums up what all other rules could not tell', () => {
    const { report } = evaluate(drawDgx('dgx-h100', 'sn4600c'));
    const others = report.rules.filter(({ ruleId }) => ruleId !== 'R30');
    const outcome = report.rules.at(-1);
    expect(outcome?.ruleId).toBe('R30');
    expect(outcome?.state).toBe('not-checked');
    expect(outcome?.notCheckedCount).toBe(others.reduce((sum, { notCheckedCount }) => sum + notCheckedCount, 0));
  });

  it('passes a design that rests on nothing unknown', () => {
    expect(judge(drawDesign(), 'R30').state).toBe('passed');
  });
});
