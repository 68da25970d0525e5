/** Expected figures: the sources named at each part (vendor pages and the device libraries they cite), as of 2026-11-21. */
import { describe, expect, it } from 'vitest';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { createCatalog, findPart, listParts } from '#core/catalog/catalog.ts';
import { type PartKind, partSchema } from '#core/catalog/part.ts';

const catalog = createCatalog(builtInParts);

describe('built-in parts', () => {
  it('all follow the schema', () => {
    const failures = builtInParts.flatMap((part) => {
      const parsed = partSchema.safeParse(part);
      return parsed.success
        ? []
        : [`${part.id}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`];
    });
    expect(failures).toEqual([]);
  });

  it('have ids of their own, over all kinds', () => {
    expect(catalog.byId.size).toBe(builtInParts.length);
  });

  it('all name a source with a confidence, and the day the facts were gathered', () => {
    const bare = builtInParts.filter((part) => part.sources.length === 0 || part.sources.some(({ url }) => url === ''));
    expect(bare.map(({ id }) => id)).toEqual([]);
    expect(new Set(builtInParts.map(({ asOf }) => asOf))).toEqual(new Set(['2026-11-21']));
  });

  it('cover the whole hardware reference', () => {
    // The reference lists 116 transceivers and cables; two plug adapters (QSA, QSA28) and one co-packaged engine are neither.
    const expected: [PartKind, number][] = [
      ['server', 41],
      ['switch', 125],
      ['nic', 29],
      ['transceiver', 64],
      // Five generic fibres stand beside the 49 cables of the reference.
      ['cable', 54],
      ['rack', 9],
      ['pdu', 19],
      ['cooling', 13],
    ];
    expect(expected.map(([kind]) => [kind, listParts(catalog, kind).length])).toEqual(expected);
  });

  it('give every port block of a part an id of its own', () => {
    for (const part of [
      ...listParts(catalog, 'server'),
      ...listParts(catalog, 'switch'),
      ...listParts(catalog, 'nic'),
    ]) {
      const ids = part.portBlocks.map(({ id }) => id);
      expect(new Set(ids).size, part.id).toBe(ids.length);
    }
  });
});

describe('switches', () => {
  it('QM9700: 32 twin-port cages, 747 W with passive cables, 1,720 W with active ones', () => {
    const part = findPart(catalog, 'qm9700', 'switch');
    const [data] = part?.portBlocks ?? [];
    expect(data).toMatchObject({
      id: 'data',
      cageCount: 32,
      formFactor: 'OSFP',
      heatSink: 'finned',
      protocols: ['ib'],
      lanesPerCage: 8,
      gbpsPerLane: 100,
      modes: [
        { portsPerCage: 2, speedGbps: 400 },
        { portsPerCage: 4, speedGbps: 200 },
      ],
    });
    expect(part).toMatchObject({
      powerTypicalW: 747,
      powerTypicalIncludesOptics: false,
      powerMaxW: 1720,
      powerMaxIncludesOptics: true,
    });
  });

  it('SN5600: 64 cages of one 800G port, split to 400G or 200G but never 100G', () => {
    expect(findPart(catalog, 'sn5600', 'switch')?.portBlocks[0]).toMatchObject({
      cageCount: 64,
      modes: [
        { portsPerCage: 1, speedGbps: 800 },
        { portsPerCage: 2, speedGbps: 400 },
        { portsPerCage: 4, speedGbps: 200 },
      ],
    });
  });

  it('SN2201: 48 RJ45 ports of 1G and four 100G uplinks', () => {
    const blocks = findPart(catalog, 'sn2201', 'switch')?.portBlocks ?? [];
    expect(blocks.map(({ id, cageCount, formFactor }) => [id, cageCount, formFactor])).toEqual([
      ['data', 48, 'RJ45'],
      ['uplink', 4, 'QSFP28'],
      ['mgmt', 1, 'RJ45'],
    ]);
  });

  it('Q3400: cages of 8 lanes of 200G are OSFP1600, two 800G ports each', () => {
    expect(findPart(catalog, 'q3400-ra', 'switch')?.portBlocks[0]).toMatchObject({
      cageCount: 72,
      formFactor: 'OSFP1600',
      modes: [
        { portsPerCage: 2, speedGbps: 800 },
        { portsPerCage: 4, speedGbps: 400 },
      ],
    });
  });

  it('a cage that is one of two kinds has no form factor', () => {
    const [data] = findPart(catalog, 'n9364e-sg2x', 'switch')?.portBlocks ?? [];
    expect(data?.formFactor).toBeNull();
    expect(data?.notes).toContain('QSFP-DD800 or OSFP');
  });

  it('fabric-element ports are not Ethernet', () => {
    const blocks = findPart(catalog, '7700r4c-38pe', 'switch')?.portBlocks ?? [];
    expect(blocks.map(({ role, protocols }) => [role, protocols])).toEqual([
      ['host', ['eth']],
      ['fabric', ['fabric']],
    ]);
  });
});

describe('servers', () => {
  it('DGX H100: 8 compute ports of 400G in 4 flat cages, 10.2 kW at most', () => {
    const part = findPart(catalog, 'dgx-h100', 'server');
    expect(part?.portBlocks[0]).toMatchObject({
      id: 'compute',
      cageCount: 4,
      heatSink: 'flat',
      lanesPerCage: 8,
      gbpsPerLane: 100,
      modes: [{ portsPerCage: 2, speedGbps: 400 }],
    });
    expect(part).toMatchObject({ gpuCount: 8, rackUnits: 8, powerMaxW: 10200, powerMaxIncludesOptics: true });
  });

  it('DGX B300: 800G on InfiniBand or 2 x 400G on Ethernet', () => {
    expect(findPart(catalog, 'dgx-b300-ac', 'server')?.portBlocks[0]?.modes).toEqual([
      { portsPerCage: 1, speedGbps: 800 },
      { portsPerCage: 2, speedGbps: 400 },
    ]);
  });

  it('a server with adapter slots has slots, no cages and no speed of its own', () => {
    expect(findPart(catalog, 'dell-xe9680', 'server')?.portBlocks[0]).toMatchObject({
      slotCount: 8,
      cageCount: null,
      formFactor: null,
      modes: [],
    });
  });

  it('GB300 NVL72 holds 18 compute and 9 NVLink switch trays, 2 switches, 8 shelves of 6 supplies', () => {
    expect(findPart(catalog, 'gb300-nvl72', 'server')?.contents).toEqual({
      computeTrays1u: 18,
      nvlinkSwitchTrays1u: 9,
      mgmtSwitches: 2,
      powerShelves: 8,
      psuPerShelf: 6,
    });
    expect(findPart(catalog, 'gb200-nvl72', 'server')?.contents).not.toHaveProperty('psuPerShelf');
    expect(findPart(catalog, 'dgx-h100', 'server')?.contents).toBeUndefined();
  });

  it('a port without a published speed has no mode', () => {
    expect(findPart(catalog, 'gb200-tray', 'server')?.portBlocks[1]).toMatchObject({ cageCount: 4, modes: [] });
  });
});

describe('cables', () => {
  it('MCP7Y00 splits one 800G plug into two of 400G, in lengths from 1 to 3 m', () => {
    const part = findPart(catalog, 'mcp7y00', 'cable');
    expect(part?.ends.map(({ plugCount, speedGbps, heatSink }) => [plugCount, speedGbps, heatSink])).toEqual([
      [1, 800, 'finned'],
      [2, 400, 'flat'],
    ]);
    expect(part?.lengths.map(({ lengthM }) => lengthM)).toEqual([1, 1.5, 2, 2.5, 3]);
  });

  it('MFP7E10 is a straight multimode fibre with one MPO-12/APC connector at each end', () => {
    expect(findPart(catalog, 'mfp7e10', 'cable')).toMatchObject({
      category: 'fiber',
      fiberType: 'OM4',
      connector: 'MPO-12',
      polish: 'APC',
      reachM: 50,
      ends: [{ plugCount: 1 }, { plugCount: 1 }],
    });
  });
});
