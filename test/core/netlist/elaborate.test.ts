/** Elaboration on small designs whose counts are worked out by hand; part facts from the built-in catalog. */
import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import { NONE } from '#core/netlist/netlist.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

describe('an empty design', () => {
  it('is an empty netlist and a report of zeros', () => {
    const { netlist, report } = evaluate(createDesign('Empty'));
    expect([netlist.memberCount, netlist.portCount, netlist.cableCount]).toEqual([0, 0, 0]);
    expect(report.totals).toMatchObject({ gpuCount: 0, cableCount: 0, portsOwned: 0 });
    expect(report.problems).toEqual([]);
  });
});

describe('cages and ports', () => {
  it('a QM9700 owns 32 cages of two 400G ports', () => {
    const design = drawDesign();
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 2);
    const data = evaluate(design).report.ports.find((use) => use.blockId === 'data');
    expect(data).toMatchObject({ cagesPerMember: 32, memberCount: 2, portsOwned: 128, speedsGbps: [400] });
  });

  it('a cage changes to the mode of the link on it: 4 x 200G on the first two cages, 2 x 400G on the rest', () => {
    const design = drawDesign();
    drawDevice(design, 'a', 'qm9700', 'leaf', 1);
    drawDevice(design, 'b', 'qm9700', 'spine', 1);
    drawLink(design, 'a.data', 'b.data', { pattern: 'mesh', speedGbps: 200, cablesPerPair: 6 });
    const { netlist, report } = evaluate(design);
    expect(netlist.cageFirstPort.slice(0, 4)).toEqual(Uint32Array.from([0, 4, 8, 10]));
    // 6 used of 8 in two cages of four, and 30 cages of two: 8 + 60 = 68 owned.
    expect(report.ports[0]).toMatchObject({ portsOwned: 68, portsUsed: 6, portsFree: 62, cagesUsed: 2 });
  });

  it('links start on a fresh cage while there is room, downlinks first', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 3);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 8);
    drawDevice(design, 'spine', 'qm9700', 'spine', 4);
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400 });
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
    const { netlist } = evaluate(design);
    const uplink = netlist.links.find((link) => link.linkId === 'link-1');
    const leafBlock = netlist.blocks.find((block) => netlist.groups[block.group]?.deviceId === 'leaf');
    const firstCage = netlist.portCage[netlist.connectionPortA[uplink?.firstConnection ?? 0] as number] as number;
    // Three servers take cages 0 and 1 (ports 0-2); the first uplink goes to cage 2.
    expect(firstCage - (leafBlock?.firstCage ?? 0)).toBe(2);
  });

  it('packs links into shared cages when fresh ones run out', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 33);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 8);
    drawDevice(design, 'spine', 'qm9700', 'spine', 31);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400 });
    const { diagnostics, report } = evaluate(design);
    // 33 down + 31 up = 64 ports of 64, although 17 + 16 fresh cages would be 33 of 32.
    expect(diagnostics).toEqual([]);
    expect(report.ports.find((use) => use.deviceId === 'leaf')).toMatchObject({ portsUsed: 512, portsFree: 0 });
  });
});

describe('what cannot be built', () => {
  it('says how many ports are missing and connects what it can', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 9);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 1, { nameTemplate: 'leaf-{i:2}' });
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 8 });
    const { netlist, diagnostics } = evaluate(design);
    expect(netlist.links[0]).toMatchObject({ requestedCount: 72, connectionCount: 64 });
    expect(diagnostics[0]).toMatchObject({ code: 'ports.overrun', severity: 'error' });
    expect(diagnostics[0]?.message).toContain('leaf-01 needs 72 data ports of 400G, it has 64');
    expect(diagnostics[0]?.where).toContainEqual({ kind: 'device', id: 'leaf', member: 0, blockId: 'data' });
  });

  it('names a speed that one end does not offer', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 1);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 1);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', speedGbps: 200 });
    const { netlist, diagnostics } = evaluate(design);
    expect(netlist.connectionCount).toBe(0);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'ports.speed' }));
  });

  it('asks for a NIC where adapter slots are empty, and counts its ports once it is there', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dell-xe9680', 'endpoint', 2);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 1);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 8 });
    expect(evaluate(design).diagnostics).toContainEqual(expect.objectContaining({ code: 'ports.unknown' }));
    const device = design.devices['server'];
    if (device) device.adapters = { compute: 'cx7-neat' };
    const { netlist, report } = evaluate(design);
    expect(netlist.links[0]?.connectionCount).toBe(16);
    expect(report.bom).toContainEqual(expect.objectContaining({ category: 'nic', quantity: 16 }));
  });

  it('keeps a device whose part is nowhere to be found', () => {
    const design = drawDesign();
    drawDevice(design, 'box', 'no-such-part', 'leaf', 2);
    const { netlist, diagnostics } = evaluate(design);
    expect(netlist.memberCount).toBe(2);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'part.missing' }));
  });

  it('refuses pods that do not match', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 64, { membersPerPod: 32 });
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 8, { membersPerPod: 8 });
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', within: 'pod', speedGbps: 400 });
    expect(evaluate(design).diagnostics).toContainEqual(expect.objectContaining({ code: 'topology.pods' }));
  });
});

describe('media', () => {
  it('passive copper between two switches side by side: one MCP4Y10 joins two twin-port cages', () => {
    const design = drawDesign();
    drawDevice(design, 'a', 'qm9700', 'leaf', 1);
    drawDevice(design, 'b', 'qm9700', 'spine', 1);
    drawLink(design, 'a.data', 'b.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 8, lengthM: 1 });
    const { netlist } = evaluate(design);
    expect(netlist.links[0]?.medium).toMatchObject({ kind: 'cable', cable: { id: 'mcp4y10' } });
    expect([netlist.connectionCount, netlist.cableCount, netlist.transceiverCount]).toEqual([8, 4, 0]);
  });

  it('takes optics where the wiring parts the two ports of a cage', () => {
    const design = drawDesign();
    drawDevice(design, 'a', 'qm9700', 'leaf', 2);
    drawDevice(design, 'b', 'qm9700', 'spine', 2);
    drawLink(design, 'a.data', 'b.data', { pattern: 'mesh', speedGbps: 400, lengthM: 1 });
    const { netlist } = evaluate(design);
    // Four connections, each a fibre; each switch holds one twin-port module.
    expect(netlist.links[0]?.medium.kind).toBe('optics');
    expect([netlist.cableCount, netlist.transceiverCount]).toEqual([4, 4]);
  });

  it('says so when a chosen copper cable cannot follow the wiring', () => {
    const design = drawDesign();
    drawDevice(design, 'a', 'qm9700', 'leaf', 2);
    drawDevice(design, 'b', 'qm9700', 'spine', 2);
    drawLink(design, 'a.data', 'b.data', {
      pattern: 'mesh',
      speedGbps: 400,
      lengthM: 1,
      medium: { kind: 'cable', cableId: 'mcp4y10' },
    });
    const { netlist, diagnostics } = evaluate(design);
    // Cage a1 keeps its port to b1 and cage a2 its port to b2; the other two cannot share those plugs.
    expect([...netlist.connectionCable].filter((cable) => cable === NONE)).toHaveLength(2);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'media.misfit' }));
  });

  it('counts the cables of an unresolved link all the same', () => {
    const design = drawDesign();
    drawDevice(design, 'a', 'qm9700', 'leaf', 1);
    drawDevice(design, 'b', 'qm9700', 'spine', 1);
    drawLink(design, 'a.data', 'b.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 3, lengthM: 90_000 });
    const { netlist, diagnostics, report } = evaluate(design);
    expect(netlist.links[0]?.medium.kind).toBe('unresolved');
    expect(netlist.cableCount).toBe(3);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'media.none' }));
    expect(report.bom).toContainEqual(expect.objectContaining({ category: 'cable', partId: null, quantity: 3 }));
  });

  it('an 800G port of two fibre connectors takes two fibres', () => {
    const design = drawDesign('ethernet');
    drawDevice(design, 'a', 'sn5600', 'leaf', 1);
    drawDevice(design, 'b', 'sn5600', 'spine', 1);
    drawLink(design, 'a.data', 'b.data', { pattern: 'mesh', speedGbps: 800, cablesPerPair: 5 });
    const { netlist } = evaluate(design);
    expect([netlist.connectionCount, netlist.cableCount, netlist.transceiverCount]).toEqual([5, 10, 10]);
  });
});
