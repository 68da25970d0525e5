/** R22 and the paths to every device. SN2201: 48 x RJ45 and a management jack of its own; DGX H100: one BMC. */
import { describe, expect, it } from 'vitest';
import { createRack } from '#core/design/defaults.ts';
import type { Design } from '#core/design/design.ts';
import { generateSuperPodH100 } from '#core/generate/superpod-h100.ts';
import { builtInCatalog } from '../../../../support/built-in-catalog.ts';
import { drawDesign, drawDevice, drawLink } from '../../../../support/draw.ts';
import { applyFix, changePart, findProblem, judge, listCodes } from '../../../../support/judge.ts';

/** Servers with their BMCs on one out-of-band switch group, leaves without. */
function drawOob(serverCount: number, switchCount: number, leafLinked = true): Design {
  const design = drawDesign();
  design.fabrics['oob'] = {
    ...(design.fabrics['compute'] as Design['fabrics'][string]),
    id: 'oob',
    name: 'OOB',
    purpose: 'oob',
    technology: 'ethernet',
  };
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', serverCount);
  drawDevice(design, 'leaf', 'qm9700', 'leaf', 8);
  drawDevice(design, 'oob', 'sn2201', 'leaf', switchCount);
  drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
  drawLink(design, 'server.bmc', 'oob.data', { pattern: 'spread', speedGbps: 1, fabricId: 'oob' });
  if (leafLinked) drawLink(design, 'leaf.mgmt', 'oob.data', { pattern: 'spread', speedGbps: 1, fabricId: 'oob' });
  return design;
}

describe('R22 out-of-band ports', () => {
  it('refuses 49 jacks on 48 ports and offers a second switch', () => {
    // 40 BMCs, 8 leaves, the switch's own jack.
    const design = drawOob(40, 1);
    expect(judge(design, 'R22')).toMatchObject({ state: 'failed', failedCount: 1, checkedCount: 49 });
    const fixed = applyFix(design, 'management.oob-ports');
    expect(fixed.devices['oob']?.count).toBe(2);
    expect(judge(fixed, 'R22').state).toBe('passed');
  });

  it('passes 48', () => {
    expect(judge(drawOob(39, 1), 'R22')).toMatchObject({ state: 'passed', checkedCount: 48 });
  });

  // NVIDIA RA-11333-001 V11: 127 DGX and, here, 32 leaves, 16 spines and the 8 switches themselves; the 108 PDUs of the table on top.
  it('counts PDUs and BlueField-3 cards', () => {
    const design = generateSuperPodH100(4, builtInCatalog);
    const servers = 127;
    expect(judge(design, 'R22').checkedCount).toBe(servers + 32 + 16 + 8);
    const rack = design.racks['compute-rack'];
    if (rack) rack.pdus = [{ partId: 'ap8886', count: 3 }];
    expect(judge(design, 'R22').checkedCount).toBe(servers + 32 + 16 + 8 + 32 * 3);
    // Each DGX B200 adds the RJ45 of two BlueField-3 to its BMC.
    const server = design.devices['server'];
    if (server) server.partId = 'dgx-b200';
    expect(judge(design, 'R22').checkedCount).toBe(3 * servers + 32 + 16 + 8 + 32 * 3);
  });

  it('cannot tell without a network, or for a device whose jacks nobody lists', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 2);
    expect(judge(design, 'R22')).toMatchObject({ state: 'not-checked', notCheckedCount: 2 });
    const other = drawOob(2, 1);
    drawDevice(other, 'spine', 'q3400-ra', 'spine', 1);
    expect(judge(other, 'R22').notCheckedReasons).toEqual([
      'the management ports of Quantum-X800 Q3400-RA are not listed',
    ]);
  });

  it('counts PDUs once where their ports are drawn as devices', () => {
    const design = drawOob(4, 1);
    design.racks['rack'] = createRack({
      id: 'rack',
      name: 'Rack',
      count: 3,
      heightUnits: 48,
      pdus: [{ partId: 'ap8886', count: 2 }],
    });
    expect(judge(design, 'R22').checkedCount).toBe(13 + 6);
    const server = builtInCatalog.byId.get('dgx-h100');
    if (server?.kind !== 'server') throw new Error('no DGX H100');
    const portBlocks = server.portBlocks.filter(({ role }) => role === 'bmc');
    drawDevice(design, 'pdu', changePart(design, 'dgx-h100', 'server', { portBlocks }), 'management', 6);
    expect(judge(design, 'R22').checkedCount).toBe(13 + 6);
  });

  it('counts the RJ45 of adapters in slots', () => {
    const design = drawOob(2, 1);
    drawDevice(design, 'host', 'dell-xe9680', 'endpoint', 1, { adapters: { compute: 'bf3-3140h' } });
    // Eight slots and a BMC.
    expect(judge(design, 'R22').checkedCount).toBe(2 + 8 + 1 + 9);
  });
});

describe('out-of-band path', () => {
  it('names the leaves that nobody can reach and offers the cables', () => {
    const design = drawOob(4, 1, false);
    expect(judge(design, 'management.oob-path')).toMatchObject({ state: 'failed', failedCount: 8 });
    const fixed = applyFix(design, 'management.oob-path');
    expect(judge(fixed, 'management.oob-path').state).toBe('passed');
    expect(listCodes(fixed).filter((code) => code.startsWith('ports.'))).toEqual([]);
  });

  it('passes where all are cabled', () => {
    expect(judge(drawOob(4, 1), 'management.oob-path')).toMatchObject({ state: 'passed', checkedCount: 12 });
  });

  it('offers nothing where the switches are full', () => {
    expect(findProblem(drawOob(44, 1, false), 'management.oob-path').fix).toBeUndefined();
  });

  it('advises on the network itself in a design of a unit or more, and waits before that', () => {
    const draw = (count: number): Design => {
      const design = drawDesign();
      drawDevice(design, 'server', 'dgx-h100', 'endpoint', count);
      return design;
    };
    expect(findProblem(draw(32), 'management.oob-path').severity).toBe('advice');
    expect(judge(draw(31), 'management.oob-path').state).toBe('not-checked');
  });
});

describe('in-band path', () => {
  function drawInband(purpose: 'inband' | 'compute', serverCount: number, linked = serverCount): Design {
    const design = drawDesign('ethernet');
    design.fabrics['inband'] = {
      ...(design.fabrics['compute'] as Design['fabrics'][string]),
      id: 'inband',
      name: 'In-band',
      purpose,
    };
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', serverCount);
    drawDevice(design, 'switch', 'sn5600', 'leaf', 1);
    drawLink(design, 'server.storage_inband', 'switch.data', { pattern: 'mesh', speedGbps: 400, fabricId: 'inband' });
    const link = design.links['link-1'];
    if (link && linked < serverCount) link.a = { ...link.a, members: { first: 0, count: linked } };
    return design;
  }

  it('names the servers without it', () => {
    expect(judge(drawInband('inband', 4, 3), 'management.inband-path')).toMatchObject({
      state: 'failed',
      failedCount: 1,
      checkedCount: 4,
    });
  });

  it('passes where all have it', () => {
    expect(judge(drawInband('inband', 4), 'management.inband-path')).toMatchObject({
      state: 'passed',
      checkedCount: 4,
    });
  });

  it('advises from a unit of 32 on', () => {
    expect(findProblem(drawInband('compute', 32), 'management.inband-path').severity).toBe('advice');
    expect(judge(drawInband('compute', 31), 'management.inband-path').state).toBe('not-checked');
  });
});

describe('racks without PDUs', () => {
  it('add no jacks', () => {
    const design = drawOob(4, 1);
    design.racks['rack'] = createRack({ id: 'rack', name: 'Rack', count: 3, heightUnits: 48 });
    expect(judge(design, 'R22').checkedCount).toBe(13);
  });
});
