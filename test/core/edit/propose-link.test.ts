/** Expected figures are worked out by hand from port counts: QM9700 64 x 400G, DGX H100 8 x 400G compute, SN5600 64 x 800G. */
import { describe, expect, it } from 'vitest';
import type { Link } from '#core/design/design.ts';
import { type LinkProposal, proposeLink } from '#core/edit/propose-link.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { createLink, EditSession } from '../../support/edit-session.ts';

const ids = { linkId: 'link-9', fabricId: 'fabric-9' };
type End = readonly [deviceId: string, blockId: string, freePorts: number | null];

function tryPropose(session: EditSession, a: End, b: End) {
  const end = ([deviceId, blockId]: End) => ({ deviceId, blockId });
  return proposeLink(session.design, builtInCatalog, end(a), end(b), { a: a[2], b: b[2] }, ids);
}

/** The proposal, which must be accepted as a command as it stands. */
function propose(session: EditSession, a: End, b: End): LinkProposal {
  const result = tryPropose(session, a, b);
  if (!result.ok) throw new Error(result.error);
  const { link, fabric } = result.value;
  session.run('addLink', fabric ? { link, fabric } : { link }).undo();
  return result.value;
}

function refuse(session: EditSession, a: End, b: End): string {
  const result = tryPropose(session, a, b);
  if (result.ok) throw new Error('A link was proposed');
  return result.error;
}

const wiring = ({ pattern, within, cablesPerPair }: Link) => [pattern, within, cablesPerPair];

/** `gpus` DGX H100, `leaves` QM9700 leaves and `spines` QM9700 spines. */
function createPod(gpus: number, leaves: number, spines = 1): EditSession {
  return new EditSession()
    .addDevice('gpu', 'dgx-h100', gpus)
    .addDevice('leaf', 'qm9700', leaves, { name: 'leaf', role: 'leaf' })
    .addDevice('spine', 'qm9700', spines, { name: 'spine', role: 'spine' });
}

describe('servers to switches', () => {
  it('wires rails inside pods when both sides come in equally many pods', () => {
    const session = createPod(127, 32);
    session
      .run('editDevice', { id: 'gpu', patch: { membersPerPod: 32 } })
      .run('editDevice', { id: 'leaf', patch: { membersPerPod: 8 } });
    const { link, fabric, speedsGbps } = propose(session, ['gpu', 'compute', 8], ['leaf', 'data', 64]);
    expect(wiring(link)).toEqual(['rail', 'pod', 1]);
    expect(speedsGbps).toEqual([400]);
    expect(fabric).toEqual({
      id: 'fabric-9',
      name: 'Compute',
      purpose: 'compute',
      technology: 'infiniband',
      routing: 'adaptive',
      targetOversubscription: null,
    });
  });

  it('wires rails over all without pods, and not when pods differ', () => {
    expect(wiring(propose(createPod(32, 8), ['gpu', 'compute', 8], ['leaf', 'data', 64]).link)).toEqual([
      'rail',
      'all',
      1,
    ]);
    const session = createPod(32, 8).run('editDevice', { id: 'gpu', patch: { membersPerPod: 16 } });
    expect(wiring(propose(session, ['gpu', 'compute', 8], ['leaf', 'data', 64]).link)).toEqual(['spread', 'all', 8]);
  });

  it('takes all ports to a single leaf, as far as its ports go', () => {
    // 8 servers x 8 = 64 ports; with 10 servers floor(64 / 10) = 6 each; with 100 there is not one each.
    expect(wiring(propose(createPod(8, 1), ['gpu', 'compute', 8], ['leaf', 'data', 64]).link)).toEqual([
      'mesh',
      'all',
      8,
    ]);
    expect(wiring(propose(createPod(10, 1), ['gpu', 'compute', 8], ['leaf', 'data', 64]).link)).toEqual([
      'mesh',
      'all',
      6,
    ]);
    expect(wiring(propose(createPod(100, 1), ['gpu', 'compute', 8], ['leaf', 'data', 64]).link)).toEqual([
      'mesh',
      'all',
      1,
    ]);
  });

  it('deals ports over a few leaves', () => {
    // 32 servers x 8 ports = 256 = 4 leaves x 64.
    expect(wiring(propose(createPod(32, 4), ['gpu', 'compute', 8], ['leaf', 'data', 64]).link)).toEqual([
      'spread',
      'all',
      8,
    ]);
    // 40 servers: floor(256 / 40) = 6.
    expect(wiring(propose(createPod(40, 4), ['gpu', 'compute', 8], ['leaf', 'data', 64]).link)).toEqual([
      'spread',
      'all',
      6,
    ]);
  });

  it('runs from the server whichever way it is drawn', () => {
    const drawn = propose(createPod(8, 1), ['leaf', 'data', 64], ['gpu', 'compute', 8]).link;
    expect(drawn).toEqual(propose(createPod(8, 1), ['gpu', 'compute', 8], ['leaf', 'data', 64]).link);
    expect(drawn.a).toEqual({ deviceId: 'gpu', blockId: 'compute' });
  });

  it('counts free ports at the speed of the link', () => {
    // An SN5600 has 64 ports of 800G free: 128 of 400G. 16 servers x 8 = 128.
    const session = new EditSession().addDevice('gpu', 'dgx-h100', 16).addDevice('leaf', 'sn5600', 1, { name: 'leaf' });
    const { link, fabric } = propose(session, ['gpu', 'compute', 8], ['leaf', 'data', 64]);
    expect(link).toMatchObject({ pattern: 'mesh', cablesPerPair: 8, speedGbps: 400 });
    expect(fabric).toMatchObject({ technology: 'ethernet', routing: 'ecmp' });
  });
});

describe('spines to cores', () => {
  function createTiers(spines: number, perPod: number | null, cores: number): EditSession {
    const session = new EditSession()
      .addDevice('spine', 'qm9700', spines, { role: 'spine' })
      .addDevice('core', 'qm9700', cores, { role: 'core' });
    return session.run('editDevice', { id: 'spine', patch: { membersPerPod: perPod } });
  }

  it('wires pods of spines to cores in planes where they come out even', () => {
    // 32 uplinks over 16 / 4 = 4 cores a plane: 8 each; a core has 64 ports for 8 pods: 8 each.
    const proposal = propose(createTiers(32, 4, 16), ['spine', 'data', 64], ['core', 'data', 64]);
    expect(wiring(proposal.link)).toEqual(['plane', 'all', 8]);
    expect(proposal.patterns).toContain('plane');
    // 32 pods of 32 spines over 1,024 cores: one cable a pair.
    expect(wiring(propose(createTiers(1024, 32, 1024), ['spine', 'data', 64], ['core', 'data', 64]).link)).toEqual([
      'plane',
      'all',
      1,
    ]);
  });

  it('does not offer planes without pods, or where the cores do not divide', () => {
    for (const session of [createTiers(32, null, 16), createTiers(32, 4, 18)]) {
      const proposal = propose(session, ['spine', 'data', 64], ['core', 'data', 64]);
      expect(proposal.link.pattern).not.toBe('plane');
      expect(proposal.patterns).not.toContain('plane');
    }
  });
});

describe('switches to switches', () => {
  it('keeps half of an empty leaf for servers', () => {
    // 8 leaves x 32 uplinks over 4 spines: 8 each; 4 spines x 64 = 8 leaves x 8.
    const { link, fabric } = propose(createPod(32, 8, 4), ['spine', 'data', 64], ['leaf', 'data', 64]);
    expect(link.a.deviceId).toBe('leaf');
    expect(wiring(link)).toEqual(['mesh', 'all', 8]);
    expect(fabric?.name).toBe('Compute');
  });

  it('uses every port that servers left, in the fabric the servers are in', () => {
    // 24 of 64 leaf ports are used; 40 / 4 spines = 10, but 4 spines x 64 ports / 8 leaves / 4 = 8.
    const session = createPod(24, 8, 4).addLink(
      createLink('link-1', 'gpu', 'compute', 'leaf', 'data', { pattern: 'rail' }),
    );
    const { link, fabric } = propose(session, ['leaf', 'data', 40], ['spine', 'data', 64]);
    expect(wiring(link)).toEqual(['mesh', 'all', 8]);
    expect(link.fabricId).toBe('fabric-1');
    expect(fabric).toBeUndefined();
  });

  it('proposes the published leaf to spine wiring of four scalable units', () => {
    // 32 leaves with 32 ports left and 16 spines of 64 ports: 2 cables each pair, 1,024 cables.
    const session = createPod(127, 32, 16).addLink(
      createLink('link-1', 'gpu', 'compute', 'leaf', 'data', { pattern: 'rail' }),
    );
    expect(wiring(propose(session, ['leaf', 'data', 32], ['spine', 'data', 64]).link)).toEqual(['mesh', 'all', 2]);
  });

  it('deals uplinks when there are more spines than uplinks', () => {
    // 40 leaves x 16 uplinks = 640 over 32 spines of 64: not one to every pair.
    const session = createPod(8, 40, 32).addLink(createLink('link-1', 'gpu', 'compute', 'leaf', 'data'));
    expect(wiring(propose(session, ['leaf', 'data', 16], ['spine', 'data', 64]).link)).toEqual(['spread', 'all', 16]);
  });

  it('uses all ports that are made for uplinks', () => {
    // 4 switches with 4 uplink ports each meet 4 of the same: one cable a pair takes them all.
    const session = new EditSession()
      .addDevice('tor', 'sn2201', 4, { name: 'tor', role: 'leaf' })
      .addDevice('agg', 'sn2201', 4, { name: 'agg', role: 'spine' });
    const { link, fabric } = propose(session, ['tor', 'uplink', 4], ['agg', 'uplink', 4]);
    expect(wiring(link)).toEqual(['mesh', 'all', 1]);
    expect(link.speedGbps).toBe(100);
    expect(fabric?.purpose).toBe('oob');
  });

  it('links the members of one group as a mesh, and not a single switch to itself', () => {
    const { link, patterns } = propose(createPod(1, 4), ['leaf', 'data', 64], ['leaf', 'data', 64]);
    expect(wiring(link)).toEqual(['mesh', 'all', 1]);
    expect(patterns).toEqual(['mesh', 'explicit']);
    expect(refuse(createPod(1, 1), ['leaf', 'data', 64], ['leaf', 'data', 64])).toBe(
      'leaf is a single device and cannot be linked to itself: link it to another device, or raise its count.',
    );
  });
});

describe('fabrics', () => {
  it.each([
    ['storage_inband', 'sn5600', 'data', 'Storage', 'storage'],
    ['bmc', 'sn2201', 'data', 'Out-of-band', 'oob'],
  ])('names a network after the %s ports of the server', (block, switchPart, switchBlock, name, purpose) => {
    const session = new EditSession().addDevice('gpu', 'dgx-h100', 4).addDevice('switch', switchPart, 1);
    expect(propose(session, ['gpu', block, 1], ['switch', switchBlock, 48]).fabric).toMatchObject({ name, purpose });
  });

  it('joins a fabric of the same purpose that runs on these ports', () => {
    const session = createPod(4, 1);
    const base = { purpose: 'compute', routing: 'ecmp', targetOversubscription: null } as const;
    session.run('addFabric', { fabric: { ...base, id: 'e', name: 'Ethernet', technology: 'ethernet' } });
    expect(propose(session, ['gpu', 'compute', 8], ['leaf', 'data', 64]).link.fabricId).toBe('fabric-9');
    session.run('addFabric', { fabric: { ...base, id: 'i', name: 'InfiniBand', technology: 'infiniband' } });
    expect(propose(session, ['gpu', 'compute', 8], ['leaf', 'data', 64]).link.fabricId).toBe('i');
  });
});

describe('lengths', () => {
  it('is short inside one rack and across racks otherwise', () => {
    const place = (rackId: string, placementId: string) => ({ rack: { rackId, placementId } });
    const session = new EditSession()
      .run('addRack', { id: 'one', partId: null, count: 1, position: { x: 0, y: 0 } })
      .run('addRack', { id: 'many', partId: null, count: 4, position: { x: 0, y: 0 } })
      .addDevice('gpu', 'dgx-h100', 4, place('one', 'p1'))
      .addDevice('leaf', 'qm9700', 1, place('one', 'p2'))
      .addDevice('far', 'qm9700', 4, place('many', 'p3'))
      .addDevice('near', 'qm9700', 4, place('many', 'p4'));
    expect(propose(session, ['gpu', 'compute', 8], ['leaf', 'data', 64]).link.lengthM).toBe(3);
    expect(propose(session, ['gpu', 'compute', 8], ['far', 'data', 64]).link.lengthM).toBe(30);
    expect(propose(session, ['near', 'data', 64], ['far', 'data', 64]).link.lengthM).toBe(30);
  });
});

describe('what cannot be linked', () => {
  it('is refused in one sentence with both sides', () => {
    const session = createPod(4, 1).addDevice('eth', 'sn2201', 1);
    expect(refuse(session, ['eth', 'data', 48], ['gpu', 'compute', 8])).toBe(
      'SN2201 data ports run at 1 Gb/s, DGX H100 compute ports at 400 Gb/s: link ports that share a speed.',
    );
    expect(refuse(session, ['gone', 'data', 1], ['gpu', 'compute', 8])).toBe('There is no device gone in the design.');
  });

  it('still proposes when no port is known to be free: the preview shows the overrun before it is drawn', () => {
    expect(wiring(propose(createPod(8, 1), ['gpu', 'compute', 0], ['leaf', 'data', 0]).link)).toEqual([
      'mesh',
      'all',
      1,
    ]);
    expect(wiring(propose(createPod(8, 1), ['gpu', 'compute', null], ['leaf', 'data', null]).link)).toEqual([
      'mesh',
      'all',
      8,
    ]);
  });
});
