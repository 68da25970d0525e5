import { describe, expect, it } from 'vitest';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design } from '#core/design/design.ts';
import { listAlike, listLinksOf } from '../../../renderer/store/select-alike.ts';
import { createLink, EditSession } from '../../support/edit-session.ts';

/** Two pods of servers in a rack under two leaves each, one pair of spines, and a storage fabric over a third leaf. */
function createPods(): Design {
  const session = new EditSession().addDevice('spine', 'qm9700', 2, { name: 'spine', role: 'spine' });
  for (const pod of ['a', 'b']) {
    session
      .run('addRack', { id: `rack-${pod}`, partId: null, count: 4, position: { x: 0, y: 0 } })
      .addDevice(`gpu-${pod}`, 'dgx-h100', 4, { rack: { rackId: `rack-${pod}`, placementId: `placement-${pod}` } })
      .addDevice(`leaf-${pod}1`, 'qm9700', 1, { role: 'leaf' })
      .addDevice(`leaf-${pod}2`, 'qm9700', 1, { role: 'leaf' });
    for (const leaf of [`leaf-${pod}1`, `leaf-${pod}2`]) {
      session.addLink(createLink(`down-${leaf}`, `gpu-${pod}`, 'compute', leaf, 'data'));
      session.addLink(createLink(`up-${leaf}`, leaf, 'data', 'spine', 'data'));
    }
  }
  return session
    .addDevice('store', 'qm9700', 1, { role: 'leaf' })
    .run('addFabric', {
      fabric: {
        id: 'fabric-2',
        name: 'Storage',
        purpose: 'storage',
        technology: 'infiniband',
        routing: 'adaptive',
        targetOversubscription: null,
      },
    })
    .addLink(createLink('storage', 'gpu-a', 'compute', 'store', 'data', { fabricId: 'fabric-2' })).design;
}

const design = createPods();
const ids = (seed: ObjectRef, scope: Parameters<typeof listAlike>[2]): string[] =>
  listAlike(design, [seed], scope).map(({ id }) => id);

describe('listAlike', () => {
  it('finds links of a speed between the same parts, everywhere, in the fabric and in the pod', () => {
    const seed: ObjectRef = { kind: 'link', id: 'down-leaf-a1' };
    expect(ids(seed, 'design')).toEqual(['down-leaf-a1', 'down-leaf-a2', 'down-leaf-b1', 'down-leaf-b2', 'storage']);
    expect(ids(seed, 'fabric')).toEqual(['down-leaf-a1', 'down-leaf-a2', 'down-leaf-b1', 'down-leaf-b2']);
    expect(ids(seed, 'pod')).toEqual(['down-leaf-a1', 'down-leaf-a2']);
  });

  it('takes what goes up from a pod as part of it', () => {
    expect(ids({ kind: 'link', id: 'up-leaf-b1' }, 'pod')).toEqual(['up-leaf-b1', 'up-leaf-b2']);
  });

  it('finds devices of the part, without the spines where the pod ends', () => {
    const seed: ObjectRef = { kind: 'device', id: 'leaf-a1' };
    expect(ids(seed, 'design')).toEqual(['spine', 'leaf-a1', 'leaf-a2', 'leaf-b1', 'leaf-b2', 'store']);
    expect(ids(seed, 'pod')).toEqual(['leaf-a1', 'leaf-a2']);
    expect(ids({ kind: 'device', id: 'gpu-a' }, 'rack')).toEqual(['gpu-a']);
    expect(ids({ kind: 'rack', id: 'rack-a' }, 'design')).toEqual(['rack-a', 'rack-b']);
    expect(ids({ kind: 'rack', id: 'rack-a' }, 'pod')).toEqual(['rack-a']);
  });
});

describe('listLinksOf', () => {
  it('lists the links of devices, and of what stands in racks', () => {
    const links = listLinksOf(design, [{ kind: 'rack', id: 'rack-a' }]).map(({ id }) => id);
    expect(links).toEqual(['down-leaf-a1', 'down-leaf-a2', 'storage']);
  });
});
