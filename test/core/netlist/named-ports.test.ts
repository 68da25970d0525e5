/** Links that name their ports. Counts by hand; a DGX B300 has 8 cages of 2 x 400G on Ethernet, one NIC behind each. */
import { describe, expect, it } from 'vitest';
import type { Design, Link } from '#core/design/design.ts';
import { NONE, type Netlist } from '#core/netlist/netlist.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

function end(deviceId: string, blockId: string, first: number, step: number): Link['a'] {
  return { deviceId, blockId, ports: { first, step } };
}

function findFirstCage(netlist: Netlist, deviceId: string, blockId: string): number {
  const block = netlist.blocks.find(
    (candidate) => candidate.block.id === blockId && netlist.groups[candidate.group]?.deviceId === deviceId,
  );
  return block?.firstCage ?? NONE;
}

/** Ports of the link on member 0 of side A, as [cage, place in the cage]. */
function listPlaces(netlist: Netlist, linkId: string, deviceId: string, blockId: string): [number, number][] {
  const link = netlist.links.find((candidate) => candidate.linkId === linkId);
  const firstCage = findFirstCage(netlist, deviceId, blockId);
  const places: [number, number][] = [];
  for (let i = 0; link && i < link.connectionCount; i += 1) {
    const connection = link.firstConnection + i;
    const port = netlist.connectionPortA[connection] as number;
    const cage = netlist.portCage[port] as number;
    const member = netlist.connectionMemberA[connection] as number;
    if (netlist.memberGroup[member] === undefined || netlist.cageMember[cage] !== netlist.cageMember[firstCage])
      continue;
    places.push([cage - firstCage, port - (netlist.cageFirstPort[cage] as number)]);
  }
  return places;
}

function drawTwoPlanes(): Design {
  const design = drawDesign('ethernet');
  drawDevice(design, 'server', 'dgx-b300-ac', 'endpoint', 16);
  drawDevice(design, 'plane-1', 'sn5600', 'leaf', 8);
  drawDevice(design, 'plane-2', 'sn5600', 'leaf', 8);
  for (const plane of [1, 2]) {
    drawLink(design, 'server.compute', `plane-${plane}.data`, {
      pattern: 'rail',
      speedGbps: 400,
      a: end('server', 'compute', plane - 1, 2),
    });
  }
  return design;
}

describe('one NIC to two planes', () => {
  it('every cage has its first port in plane 1 and its second in plane 2', () => {
    const { netlist, diagnostics } = evaluate(drawTwoPlanes());
    expect(diagnostics.filter(({ severity }) => severity !== 'advice')).toEqual([]);
    expect(listPlaces(netlist, 'link-1', 'server', 'compute')).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((c) => [c, 0]));
    expect(listPlaces(netlist, 'link-2', 'server', 'compute')).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((c) => [c, 1]));
  });

  it('rail r of a plane is cage r: leaf r of the plane has one port of every server', () => {
    const { netlist, report } = evaluate(drawTwoPlanes());
    const first = netlist.links[0]?.firstConnection ?? 0;
    const leaves = Array.from(netlist.connectionMemberB.slice(first, first + 8));
    expect(leaves.map((member) => member - (leaves[0] as number))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    // 16 servers x 8 NICs in each plane; both ports of every cage used.
    expect(report.links.map((link) => link.connectionCount)).toEqual([128, 128]);
    expect(report.ports.find((use) => use.blockId === 'compute')).toMatchObject({
      cagesUsed: 128,
      portsOwned: 256,
      portsUsed: 256,
    });
  });

  it('one twin-port module serves both planes, and no cable that would fill the cage is chosen', () => {
    const design = drawTwoPlanes();
    for (const link of Object.values(design.links)) link.lengthM = 1;
    const { netlist } = evaluate(design);
    for (const { medium } of netlist.links) expect(medium.kind).toBe('optics');
    // 128 in the servers; each leaf has 16 connections in 8 cages: 16 x 8 = 128.
    expect(netlist.transceiverCount).toBe(256);
    expect(netlist.cableCount).toBe(256);
  });
});

describe('automatic links beside named ports', () => {
  it('go around them', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 1);
    drawDevice(design, 'special', 'qm9700', 'leaf', 1);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 6);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', speedGbps: 400 });
    drawLink(design, 'server.compute', 'special.data', {
      pattern: 'mesh',
      speedGbps: 400,
      cablesPerPair: 2,
      a: end('server', 'compute', 2, 1),
    });
    const { netlist, diagnostics } = evaluate(design);
    expect(diagnostics.filter(({ severity }) => severity !== 'advice')).toEqual([]);
    expect(listPlaces(netlist, 'link-2', 'server', 'compute')).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(listPlaces(netlist, 'link-1', 'server', 'compute')).toEqual([
      [0, 0],
      [0, 1],
      [2, 0],
      [2, 1],
      [3, 0],
      [3, 1],
    ]);
  });

  it('take what is left in cages of the same mode when no cage is free', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 2);
    drawDevice(design, 'odd', 'qm9700', 'leaf', 4);
    drawDevice(design, 'even', 'qm9700', 'leaf', 4);
    drawLink(design, 'server.compute', 'odd.data', {
      pattern: 'mesh',
      speedGbps: 400,
      a: end('server', 'compute', 0, 2),
    });
    drawLink(design, 'server.compute', 'even.data', { pattern: 'mesh', speedGbps: 400 });
    const { netlist, diagnostics } = evaluate(design);
    expect(diagnostics).toEqual([]);
    expect(listPlaces(netlist, 'link-2', 'server', 'compute')).toEqual([0, 1, 2, 3].map((cage) => [cage, 1]));
  });
});

describe('named ports that cannot be had', () => {
  function drawPair(a: Partial<Link>, b: Partial<Link>): Design {
    const design = drawDesign('ethernet');
    drawDevice(design, 'left', 'sn5600', 'leaf', 1);
    drawDevice(design, 'right', 'sn5600', 'spine', 1);
    drawLink(design, 'left.data', 'right.data', { pattern: 'mesh', speedGbps: 400, ...a });
    drawLink(design, 'left.data', 'right.data', { pattern: 'mesh', speedGbps: 400, ...b });
    return design;
  }

  it('because another link names them: the first link keeps them, the other says so', () => {
    const ports = { a: end('left', 'data', 4, 1), cablesPerPair: 3 };
    const { report, diagnostics } = evaluate(drawPair(ports, { a: end('left', 'data', 6, 1), cablesPerPair: 2 }));
    expect(report.links.map((link) => [link.connectionCount, link.requestedCount])).toEqual([
      [3, 3],
      [1, 2],
    ]);
    expect(diagnostics.filter(({ code }) => code.startsWith('ports.'))).toEqual([
      {
        code: 'ports.conflict',
        severity: 'error',
        message:
          'left-1 cannot give data port 7 of 400G, in cage 4, to the link: another link holds it; name other ports or leave the choice open.',
        where: [
          { kind: 'link', id: 'link-2' },
          { kind: 'device', id: 'left', member: 0, blockId: 'data' },
        ],
      },
    ]);
  });

  it('because the cage runs at another speed', () => {
    const design = drawPair(
      { a: end('left', 'data', 0, 1), speedGbps: 800 },
      { a: end('left', 'data', 1, 1), speedGbps: 400 },
    );
    const { diagnostics, report } = evaluate(design);
    expect(diagnostics.find(({ code }) => code === 'ports.conflict')?.message).toContain('another speed');
    expect(report.links.map((link) => link.connectionCount)).toEqual([1, 0]);
  });

  it('because the block ends before them', () => {
    const { diagnostics, report } = evaluate(drawPair({ a: end('left', 'data', 124, 2), cablesPerPair: 3 }, {}));
    // 128 ports of 400G: 125 and 127 are there, 129 is not.
    expect(report.links[0]).toMatchObject({ connectionCount: 2, requestedCount: 3 });
    expect(diagnostics.find(({ code }) => code === 'ports.overrun')).toMatchObject({
      message:
        'The link needs data ports 125 to 129, every 2 of left-1, which has 128 at 400G; use fewer cables or start at a lower port.',
      where: [
        { kind: 'link', id: 'link-1' },
        { kind: 'device', id: 'left', member: 0, blockId: 'data' },
      ],
    });
  });
});
