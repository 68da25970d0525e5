/** Rules and examples: vendor part pages named as sources at each built-in part; R-numbers as in the hardware reference. */
import { describe, expect, it } from 'vitest';
import {
  explainFibreMisfit,
  explainOpticsMisfit,
  explainPairMisfit,
  fibresPerConnection,
  type OpticsLink,
} from '#core/catalog/optics-fit.ts';
import { cableOf, siteOf, transceiverOf } from '../../support/medium-sites.ts';

const quantum = siteOf('qm9700', 'data', 400);
const spectrum = siteOf('sn5600', 'data', 800);
const dgx = siteOf('dgx-h100', 'compute', 400);

function linkOf(a: string, b: string, site = quantum): OpticsLink {
  return { transceiverA: transceiverOf(a), transceiverB: transceiverOf(b), siteA: site, siteB: site };
}

describe('explainOpticsMisfit', () => {
  it('accepts the finned module in the switch and the flat one in the server', () => {
    expect(explainOpticsMisfit(transceiverOf('mma4z00-ns'), quantum)).toBeNull();
    expect(explainOpticsMisfit(transceiverOf('mma4z00-ns-flt'), dgx)).toBeNull();
  });

  it('refuses the wrong heat sink and names both (R02)', () => {
    expect(explainOpticsMisfit(transceiverOf('mma4z00-ns'), dgx)).toMatch(/finned.*flat/);
  });

  it('refuses OSFP in a QSFP112 cage (R01)', () => {
    const reason = explainOpticsMisfit(transceiverOf('mma4z00-ns400'), siteOf('bf3-3140h', 'data', 400));
    expect(reason).toMatch(/OSFP.*QSFP112/);
  });

  it('accepts an older plug in a newer cage of its family where the speed is the same (R01)', () => {
    const ddCage = { ...siteOf('sn4600', 'data', 200), formFactor: 'QSFP-DD' };
    expect(explainOpticsMisfit(transceiverOf('g-200-sr4'), ddCage)).toBeNull();
  });

  it('refuses an Ethernet-only module in an InfiniBand port (R03)', () => {
    expect(explainOpticsMisfit(transceiverOf('mms4x00-nm-t'), quantum)).toMatch(/Ethernet.*InfiniBand/);
  });

  it('refuses another total speed and another lane rate (R04, R05)', () => {
    expect(explainOpticsMisfit(transceiverOf('mma1z00-ns400'), siteOf('cx7-755106', 'data', 200))).toContain('400G');
    const unfinned = { ...spectrum, heatSink: null };
    expect(explainOpticsMisfit({ ...transceiverOf('mms4a20'), protocols: ['eth'] }, unfinned)).toContain(
      '200G per lane',
    );
  });

  it('refuses a module in an RJ45 jack and in a co-packaged port (R20)', () => {
    expect(explainOpticsMisfit(transceiverOf('g-10-t'), siteOf('sn2201', 'data', 1))).toContain('RJ45');
    expect(explainOpticsMisfit(transceiverOf('mms4a20'), siteOf('q3450-ld', 'data', 800))).toContain('co-packaged');
  });

  it('says what is not known (R30)', () => {
    const unknownCage = { ...quantum, formFactor: null };
    expect(explainOpticsMisfit(transceiverOf('mma4z00-ns'), unknownCage)).toContain('not known');
    const noProtocol = { ...transceiverOf('mma4z00-ns'), protocols: [] };
    expect(explainOpticsMisfit(noProtocol, quantum)).toContain('not known');
    const noConnectors = { ...transceiverOf('mma4z00-ns'), connectorCount: null };
    expect(explainOpticsMisfit(noConnectors, quantum)).toContain('not known');
  });

  it('refuses four ports on two fibre connectors', () => {
    expect(explainOpticsMisfit(transceiverOf('mma4z00-ns'), siteOf('qm9700', 'data', 200))).toMatch(
      /2 fibre connectors.*4/,
    );
  });
});

describe('fibresPerConnection', () => {
  it('a twin-port module gives each of two ports one fibre, and a single 800G port two', () => {
    expect(fibresPerConnection(transceiverOf('mms4x00-nm'), quantum)).toBe(1);
    expect(fibresPerConnection(transceiverOf('mms4x00-nm'), spectrum)).toBe(2);
  });

  it('is not known when ports would have to share a connector', () => {
    expect(fibresPerConnection(transceiverOf('mms4x00-nm16'), siteOf('sn5600', 'data', 400))).toBeNull();
  });
});

describe('explainPairMisfit', () => {
  it('accepts twins and the flat variant of the same optics', () => {
    expect(explainPairMisfit(linkOf('mma4z00-ns', 'mma4z00-ns'))).toBeNull();
    expect(explainPairMisfit(linkOf('mma4z00-ns', 'mma4z00-ns-flt'))).toBeNull();
  });

  it('refuses SR4 to DR4 (R06)', () => {
    expect(explainPairMisfit(linkOf('mma4z00-ns', 'mms4x00-nm'))).toMatch(/SR.*DR/);
  });

  it('refuses one MPO-16 to two MPO-12 (R09)', () => {
    expect(explainPairMisfit(linkOf('mms4x00-nm16', 'mms4x00-nm-t', spectrum))).not.toBeNull();
  });

  it('refuses 4 x 200G to 8 x 100G though both say 800G (R04)', () => {
    const site = { ...spectrum, protocols: ['ib' as const] };
    expect(explainPairMisfit(linkOf('mms4a20', 'mms4x00-nm', site))).toMatch(/200G.*100G/);
  });

  it('treats what is not known as unequal, except to itself', () => {
    const unknown = { ...transceiverOf('mma4z00-ns'), id: 'x', polish: null };
    const link = linkOf('mma4z00-ns', 'mma4z00-ns');
    expect(explainPairMisfit({ ...link, transceiverB: unknown })).toContain('polish');
    expect(explainPairMisfit({ ...link, transceiverA: unknown, transceiverB: unknown })).toBeNull();
  });
});

describe('explainFibreMisfit', () => {
  const multimode = linkOf('mma4z00-ns', 'mma4z00-ns');

  it('accepts the matching fibre within reach, and not beyond (R10)', () => {
    expect(explainFibreMisfit(cableOf('mfp7e10'), multimode, 50)).toBeNull();
    expect(explainFibreMisfit(cableOf('mfp7e10'), multimode, 60)).toMatch(/50 m.*60 m/);
  });

  it('takes the shorter reach of the two modules (R10)', () => {
    const link = linkOf('mms4x00-nm', 'mms4x00-ns');
    expect(explainFibreMisfit(cableOf('mfp7e30'), link, 100)).toBeNull();
    expect(explainFibreMisfit(cableOf('mfp7e30'), link, 150)).toContain('100 m');
  });

  it('refuses multimode fibre between single-mode modules (R07)', () => {
    expect(explainFibreMisfit(cableOf('mfp7e10'), linkOf('mms4c10-ihs', 'mms4c10-ihs'), 30)).toMatch(/OS2.*OM4/);
  });

  it('refuses UPC modules on APC fibre (R08)', () => {
    const site = siteOf('sn4600c', 'data', 100);
    const link = linkOf('mma1b00-c100d', 'mma1b00-c100d', site);
    expect(explainFibreMisfit(cableOf('mfp7e10'), link, 30)).toMatch(/UPC.*APC/);
  });

  it('refuses a splitter fibre and what is no fibre', () => {
    expect(explainFibreMisfit(cableOf('mfp7e20'), multimode, 10)).toContain('splitter');
    expect(explainFibreMisfit(cableOf('mcp4y10'), multimode, 1)).toContain('not a fibre');
  });
});
