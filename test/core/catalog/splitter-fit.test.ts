/**
 * Splitter fibres: NVIDIA's 400G to 2 x 200G cables MFP7E20 (multimode) and MFP7E40 (single-mode, 50 m in all), and the
 * rules R12 to R14 of the hardware reference.
 */
import { describe, expect, it } from 'vitest';
import { listMediumOptions } from '#core/catalog/media.ts';
import {
  explainHubMisfit,
  explainSplitterMisfit,
  explainTailMisfit,
  readSplitter,
} from '#core/catalog/splitter-fit.ts';
import { builtInCatalog as builtIn } from '../../support/built-in-catalog.ts';
import { cableOf, idsOf, siteOf, transceiverOf } from '../../support/medium-sites.ts';

const quantum = siteOf('qm9700', 'data', 200);
const adapter = siteOf('cx7-heat', 'data', 200);
const splitter = { tailCount: 2, hubLanes: 4, tailLanes: 2 };

describe('readSplitter', () => {
  it('reads the plugs of a splitter and nothing of straight fibre or copper', () => {
    expect(readSplitter(cableOf('mfp7e20'))).toEqual(splitter);
    expect(readSplitter(cableOf('mfp7e10'))).toBeNull();
    expect(readSplitter(cableOf('mcp7y00'))).toBeNull();
  });
});

describe('splitter links', () => {
  it('four 200G ports of a twin-port module to 400G modules that run two of their lanes, either way round', () => {
    const [first] = listMediumOptions(builtIn, quantum, adapter, 30, 'NVIDIA');
    expect(idsOf(first)).toEqual(['mma4z00-ns', 'mma4z00-ns400', 'mfp7e20']);
    expect(first).toMatchObject({ hub: 'a', unconfirmed: [] });
    const [turned] = listMediumOptions(builtIn, adapter, quantum, 30, 'NVIDIA');
    expect(idsOf(turned)).toEqual(['mma4z00-ns400', 'mma4z00-ns', 'mfp7e20']);
    expect(turned).toMatchObject({ hub: 'b' });
  });

  it('end at 50 m, also on single-mode', () => {
    const options = listMediumOptions(builtIn, quantum, adapter, 50, 'NVIDIA');
    expect(options.map((option) => option.cable.id)).toEqual(expect.arrayContaining(['mfp7e20', 'mfp7e40']));
    expect(listMediumOptions(builtIn, quantum, adapter, 51, 'NVIDIA')).toEqual([]);
  });

  it('come after straight fibre', () => {
    const fourConnectors = { ...transceiverOf('mma4z00-ns'), id: 'four', connectorCount: 4 };
    const halfRate = { ...transceiverOf('mma4z00-ns400'), id: 'half', speedGbps: 200, lanes: 2 };
    const catalog = { byId: new Map(builtIn.byId).set('four', fourConnectors).set('half', halfRate), prices: [] };
    const ranked = listMediumOptions(catalog, quantum, adapter, 30, 'NVIDIA').map(idsOf);
    expect(ranked[0]).toEqual(['four', 'half', 'mfp7e10']);
    expect(ranked.slice(1)).toContainEqual(['mma4z00-ns', 'mma4z00-ns400', 'mfp7e20']);
  });

  it('say when nobody states that a port runs on the lanes of a tail', () => {
    const [option] = listMediumOptions(
      builtIn,
      siteOf('sn5600', 'data', 200),
      siteOf('bf3-3220', 'data', 200),
      20,
      null,
    );
    expect(idsOf(option)).toEqual(['mma4z00-ns', 'mma1z00-ns400', 'mfp7e20']);
    expect(option?.unconfirmed).toEqual(['whether a 200G port of the QSFP112 cage runs on 2 lanes is not known']);
  });
});

describe('a splitter to four', () => {
  const four = { tailCount: 4, hubLanes: 4, tailLanes: 1 };

  it('leads the eight 100G ports of a twin-port cage to modules that run one lane', () => {
    const hub = { ...siteOf('sn5600', 'data', 200), portsPerCage: 8, speedGbps: 100, lanesPerPort: 1 };
    expect(explainHubMisfit(transceiverOf('mma4z00-ns'), hub, four)).toBeNull();
    expect(explainTailMisfit(transceiverOf('mma1z00-ns400'), siteOf('bf3-3210', 'data', 100), four)).toBeNull();
    expect(explainTailMisfit(transceiverOf('mma1z00-ns400'), siteOf('bf3-3220', 'data', 200), four)).toContain('100G');
  });
});

describe('what a splitter refuses', () => {
  it('wavelength-division modules (R13)', () => {
    expect(explainHubMisfit(transceiverOf('mms4x50-nm'), quantum, splitter)).toContain('colours of one fibre');
  });

  it('a module whose connectors times tails are not the ports of the cage', () => {
    expect(explainHubMisfit(transceiverOf('mma4z00-ns'), siteOf('qm9700', 'data', 400), splitter)).toMatch(
      /2 connectors .* 2 ports/,
    );
  });

  it('an adapter of another lane rate (R14): 200G as four lanes of 50G', () => {
    const hdr = siteOf('cx6-hdat', 'data', 200);
    expect(explainTailMisfit(transceiverOf('mma1z00-ns400'), hdr, splitter)).not.toBeNull();
  });

  it('single-mode modules on a multimode splitter', () => {
    const link = {
      transceiverA: transceiverOf('mms4x00-nm'),
      transceiverB: transceiverOf('mms4x00-ns400'),
      siteA: quantum,
      siteB: adapter,
    };
    expect(explainSplitterMisfit(cableOf('mfp7e20'), link, 'a', 30)).toMatch(/OS2.*OM4/);
    expect(explainSplitterMisfit(cableOf('mfp7e40'), link, 'a', 30)).toBeNull();
    expect(explainSplitterMisfit(cableOf('mfp7e30'), link, 'a', 30)).toContain('does not split');
  });
});
