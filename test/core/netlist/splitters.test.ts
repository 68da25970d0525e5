/** Splitter fibres on links. UFM: NVIDIA RA-11333-001 V11, tables 4 and 8: four links, two cables, four modules at the hosts. */
import { describe, expect, it } from 'vitest';
import { assertDefined } from '#core/base/assert.ts';
import { findPart } from '#core/catalog/catalog.ts';
import type { PortBlock } from '#core/catalog/part.ts';
import type { Design } from '#core/design/design.ts';
import { createScheduleReader } from '#core/io/schedule-rows.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

const server = assertDefined(findPart(builtInCatalog, 'dgx-h100', 'server'), 'dgx-h100');

/** Two hosts of two ports, each a 400G cage that can run 200G. */
function drawHosts(): Design {
  const design = drawDesign();
  const fabric: PortBlock = {
    ...assertDefined(server.portBlocks[0], 'a port block'),
    id: 'fabric',
    cageCount: 2,
    lanesPerCage: 4,
    modes: [
      { portsPerCage: 1, speedGbps: 400 },
      { portsPerCage: 1, speedGbps: 200 },
    ],
  };
  design.parts['ufm'] = { ...server, id: 'ufm', model: 'UFM host', portBlocks: [fabric] };
  drawDevice(design, 'ufm', 'ufm', 'management', 2);
  drawDevice(design, 'leaf', 'qm9700', 'leaf', 1);
  return design;
}

describe('four 200G links of UFM from one twin-port cage', () => {
  const design = drawHosts();
  drawLink(design, 'ufm.fabric', 'leaf.data', { pattern: 'spread', cablesPerPair: 2, speedGbps: 200 });
  const { netlist, report } = evaluate(design);

  it('take two splitter cables, four modules at the hosts and one, of two 400G ports, in the switch', () => {
    expect(report.links[0]).toMatchObject({ connectionCount: 4, cableCount: 2, transceiverCount: 5 });
    const bought = report.bom.filter(({ category }) => category === 'cable' || category === 'transceiver');
    expect(bought.map(({ partId, quantity, lengthM }) => [partId, quantity, lengthM])).toEqual([
      ['mma4z00-ns', 1, null],
      ['mma4z00-ns400', 4, null],
      ['mfp7e20', 2, 30],
    ]);
    expect(report.totals).toMatchObject({ cableCount: 2, transceiverCount: 5, connectionCount: 4 });
    expect(report.ports.find((use) => use.deviceId === 'leaf')).toMatchObject({ cagesUsed: 1, portsUsed: 4 });
  });

  it('share a cable by the connector of the switch module: ports 1 and 2, ports 3 and 4', () => {
    expect(Array.from(netlist.connectionCable)).toEqual([0, 0, 1, 1]);
    const reader = createScheduleReader(netlist);
    const rows = Array.from({ length: reader.rowCount }, (_, row) => reader.readRow(row));
    expect(rows.map(({ label, connectionCount }) => [label, connectionCount])).toEqual([
      ['C000001', 2],
      ['C000002', 2],
    ]);
  });

  it('say that nobody states the lanes of the 200G port', () => {
    expect(report.problems.find(({ code }) => code === 'media.unconfirmed')?.message).toContain('runs on 2 lanes');
  });
});

describe('splitters and what is beside them', () => {
  it('three links still take two cables: a tail stays free', () => {
    const design = drawHosts();
    drawLink(design, 'ufm.fabric', 'leaf.data', {
      pattern: 'explicit',
      pairs: [
        [0, 0],
        [0, 0],
        [1, 0],
      ],
      speedGbps: 200,
    });
    expect(evaluate(design).report.links[0]).toMatchObject({ connectionCount: 3, cableCount: 2, transceiverCount: 4 });
  });

  it('two links of one cage keep to connectors of their own, or say that they would share one', () => {
    const drawSharing = (second: number) => {
      const design = drawHosts();
      for (const [member, first] of [
        [0, 0],
        [1, second],
      ] as const) {
        drawLink(design, 'ufm.fabric', 'leaf.data', {
          pattern: 'mesh',
          cablesPerPair: second === 2 ? 2 : 1,
          speedGbps: 200,
          a: { deviceId: 'ufm', blockId: 'fabric', members: { first: member, count: 1 } },
          b: { deviceId: 'leaf', blockId: 'data', ports: { first, step: 1 } },
        });
      }
      return evaluate(design);
    };
    expect(drawSharing(2).report.links.map((link) => link.cableCount)).toEqual([1, 1]);
    expect(drawSharing(2).report.totals.transceiverCount).toBe(5);
    const messages = drawSharing(1).diagnostics.filter(({ code }) => code === 'media.none');
    expect(messages).toHaveLength(2);
    expect(messages[0]?.message).toContain('would share its plug with another link');
  });

  it('a chosen splitter that cannot be says why', () => {
    const design = drawHosts();
    const medium = {
      kind: 'optics',
      transceiverAId: 'mma4z00-ns400',
      transceiverBId: 'mma4z00-ns',
      cableId: 'mfp7e40',
    } as const;
    drawLink(design, 'ufm.fabric', 'leaf.data', { pattern: 'spread', cablesPerPair: 2, speedGbps: 200, medium });
    expect(evaluate(design).diagnostics.find(({ code }) => code === 'media.misfit')?.message).toMatch(/OM4.*OS2/);
  });
});
