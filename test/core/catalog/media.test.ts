/**
 * Expected media: NVIDIA's published pairings (BasePOD and SuperPOD bills of materials, cable and transceiver pages named
 * as sources at each part) for the reach and cage facts of the built-in catalog.
 */
import { describe, expect, it } from 'vitest';
import { assertDefined } from '#core/base/assert.ts';
import { createCatalog, extendCatalog, findPart } from '#core/catalog/catalog.ts';
import { listMediumOptions } from '#core/catalog/media.ts';
import type { ServerPart } from '#core/catalog/part.ts';
import type { MediumSite } from '#core/catalog/medium-site.ts';
import { builtInCatalog as builtIn } from '../../support/built-in-catalog.ts';
import { cableOf, idsOf, siteOf, transceiverOf } from '../../support/medium-sites.ts';

const quantum = siteOf('qm9700', 'data', 400);
const spectrum = siteOf('sn5600', 'data', 800);
const dgx = siteOf('dgx-h100', 'compute', 400);

function serverOf(id: string): ServerPart {
  return assertDefined(findPart(builtIn, id, 'server'), id);
}

function firstOf(a: MediumSite, b: MediumSite, lengthM: number): string[] {
  return idsOf(listMediumOptions(builtIn, a, b, lengthM, 'NVIDIA')[0]);
}

describe('listMediumOptions', () => {
  it('takes passive copper between switches of one rack', () => {
    expect(firstOf(quantum, quantum, 2)).toEqual(['mcp4y10']);
  });

  it('takes active copper where passive is too short', () => {
    expect(firstOf(quantum, quantum, 4)).toEqual(['mca4j80']);
  });

  it('takes multimode within its 50 m', () => {
    expect(firstOf(quantum, quantum, 30)).toEqual(['mma4z00-ns', 'mma4z00-ns', 'mfp7e10']);
  });

  it('takes single-mode beyond, and the 500 m module beyond 100 m', () => {
    expect(firstOf(quantum, quantum, 100)).toEqual(['mms4x00-ns', 'mms4x00-ns', 'mfp7e30']);
    expect(firstOf(quantum, quantum, 300)).toEqual(['mms4x00-nm', 'mms4x00-nm', 'mfp7e30']);
    expect(firstOf(quantum, quantum, 501)).toEqual(['mms4x50-nm', 'mms4x50-nm', 'generic-os2-lc']);
    expect(firstOf(quantum, quantum, 2001)).toEqual(['mms4x90-nr', 'mms4x90-nr', 'generic-os2-lc']);
    expect(firstOf(quantum, quantum, 10_001)).toEqual([]);
  });

  it('joins 100G SR4 modules, flat ferrules, by the generic fibre that has them', () => {
    const uplink = siteOf('sn2201', 'uplink', 100);
    const fibres = listMediumOptions(builtIn, uplink, uplink, 90, 'NVIDIA').map((option) => option.cable.id);
    expect(fibres).toContain('generic-om4-mpo12-upc');
    expect(fibres).not.toContain('mfp7e10');
  });

  it('answers anew for a catalog with media of its own, and from memory for one without', () => {
    const cord = {
      ...cableOf('generic-os2-lc'),
      status: 'shipping' as const,
      lengths: [{ lengthM: 600, partNumber: 'X' }],
    };
    const own = extendCatalog(builtIn, [cord]);
    const [ofOwn] = listMediumOptions(own, quantum, quantum, 501, 'NVIDIA');
    expect(ofOwn?.cable).toBe(cord);
    const server = { ...serverOf('dgx-h100'), id: 'own-server' };
    const extended = extendCatalog(extendCatalog(builtIn, [server]), [{ ...server, id: 'another' }]);
    expect(extended.sameMediaAs).toBe(builtIn);
    expect(listMediumOptions(extended, quantum, quantum, 501, 'NVIDIA')[0]?.cable).toBe(cableOf('generic-os2-lc'));
    // A server in the place of a transceiver takes it away.
    const shadow = extendCatalog(builtIn, [{ ...server, id: 'mms4x50-nm' }]);
    expect(idsOf(listMediumOptions(shadow, quantum, quantum, 501, 'NVIDIA')[0])).not.toContain('mms4x50-nm');
  });

  it('takes a fibre with a name before the generic one', () => {
    const named = { ...cableOf('generic-os2-lc'), id: 'named', status: 'shipping', model: 'Zone cord' } as const;
    const catalog = createCatalog([...builtIn.byId.values(), named]);
    expect(idsOf(listMediumOptions(catalog, quantum, quantum, 501, 'NVIDIA')[0])).toEqual([
      'mms4x50-nm',
      'mms4x50-nm',
      'named',
    ]);
    const generic = { ...cableOf('mfp7e10'), id: 'a-generic', manufacturer: null, status: 'reference' } as const;
    const both = createCatalog([...builtIn.byId.values(), generic]);
    expect(idsOf(listMediumOptions(both, quantum, quantum, 30, null)[0])[2]).toBe('mfp7e10');
  });

  it('puts the flat-top module in the server and the finned one in the switch, either way round', () => {
    expect(firstOf(dgx, quantum, 30)).toEqual(['mma4z00-ns-flt', 'mma4z00-ns', 'mfp7e10']);
    expect(firstOf(quantum, dgx, 30)).toEqual(['mma4z00-ns', 'mma4z00-ns-flt', 'mfp7e10']);
  });

  it('splits one switch cage to two single-port adapters, and reports the plugs as laid', () => {
    const adapter = siteOf('cx7-neat', 'data', 400);
    expect(listMediumOptions(builtIn, quantum, adapter, 1.5, 'NVIDIA')[0]).toMatchObject({ plugsA: 1, plugsB: 2 });
    expect(listMediumOptions(builtIn, adapter, quantum, 1.5, 'NVIDIA')[0]).toMatchObject({ plugsA: 2, plugsB: 1 });
    expect(firstOf(quantum, adapter, 1.5)).toEqual(['mcp7y00']);
  });

  it('joins RJ45 jacks with a patch cord up to 100 m', () => {
    const bmc = siteOf('dgx-h100', 'bmc', 1);
    const jack = siteOf('sn2201', 'data', 1);
    expect(firstOf(bmc, jack, 20)).toEqual(['cat6']);
    expect(firstOf(bmc, jack, 101)).toEqual([]);
  });

  it('links 800G Ethernet over 400 m with twin DR4 modules', () => {
    expect(firstOf(spectrum, spectrum, 400)).toEqual(['mms4x00-nm', 'mms4x00-nm', 'mfp7e30']);
  });

  it('keeps InfiniBand parts off Ethernet ports and Ethernet parts off InfiniBand ports', () => {
    const onEthernet = listMediumOptions(builtIn, spectrum, spectrum, 3, 'NVIDIA').flatMap(idsOf);
    const onInfiniband = listMediumOptions(builtIn, quantum, quantum, 3, 'NVIDIA').flatMap(idsOf);
    expect(onEthernet).not.toContain('mca4j80');
    expect(onInfiniband).toContain('mca4j80');
    expect(onInfiniband).not.toContain('mma4z00-ns-t');
    expect(onEthernet).toContain('mma4z00-ns-t');
  });

  it('never joins InfiniBand to Ethernet, though a module would run on either', () => {
    expect(listMediumOptions(builtIn, quantum, siteOf('sn5600', 'data', 400), 30, null)).toEqual([]);
  });

  it('has nothing for a cage whose form factor is not known', () => {
    expect(listMediumOptions(builtIn, siteOf('n9364e-sg2x', 'data', 800), spectrum, 30, null)).toEqual([]);
  });

  it('puts what cannot be bought any more last', () => {
    const adapter = siteOf('bf3-3140h', 'data', 400);
    const options = listMediumOptions(builtIn, siteOf('sn5600', 'data', 400), adapter, 2, 'NVIDIA');
    // MCP7Y10 and MCA7J65 are the copper for this pair, both listed as no longer for sale.
    expect(options.slice(-2).map(idsOf)).toEqual([['mcp7y10'], ['mca7j65']]);
    expect(idsOf(options[0])).toEqual(['mma4z00-ns', 'mma1z00-ns400', 'mfp7e10']);
  });

  it('puts what rests on an unstated heat sink after what is known to fit, and says so', () => {
    const options = listMediumOptions(builtIn, quantum, quantum, 4, 'NVIDIA');
    const firstUnconfirmed = options.findIndex(({ unconfirmed }) => unconfirmed.length > 0);
    const onSale = options.filter(({ cable }) => cable.status === 'shipping');
    expect(firstUnconfirmed).toBeGreaterThan(0);
    expect(onSale.slice(firstUnconfirmed).every(({ unconfirmed }) => unconfirmed.length > 0)).toBe(true);
    expect(options[firstUnconfirmed]?.unconfirmed.join()).toContain('heat sink');
  });

  it('prefers the manufacturer asked for among equals', () => {
    const twin = { ...transceiverOf('mma4z00-ns'), id: 'a-twin', manufacturer: 'Other' };
    const fibre = { ...cableOf('mfp7e10'), id: 'a-fibre', manufacturer: 'Other' };
    const catalog = createCatalog([...builtIn.byId.values(), twin, fibre]);
    expect(idsOf(listMediumOptions(catalog, quantum, quantum, 30, 'Other')[0])).toEqual([
      'a-twin',
      'a-twin',
      'a-fibre',
    ]);
    expect(idsOf(listMediumOptions(catalog, quantum, quantum, 30, 'NVIDIA')[0])).toEqual([
      'mma4z00-ns',
      'mma4z00-ns',
      'mfp7e10',
    ]);
  });

  it('answers the same question alike, whatever the caller did to the last answer', () => {
    const first = listMediumOptions(builtIn, quantum, quantum, 30, 'NVIDIA');
    const ids = first.map(idsOf);
    first.length = 0;
    expect(listMediumOptions(builtIn, quantum, quantum, 30, 'NVIDIA').map(idsOf)).toEqual(ids);
  });
});
