import { describe, expect, it } from 'vitest';
import { assertDefined } from '#core/base/assert.ts';
import { findPart } from '#core/catalog/catalog.ts';
import { builtInCatalog } from '../../../support/built-in-catalog.ts';
import { EditSession } from '../../../support/edit-session.ts';

const part = {
  ...assertDefined(findPart(builtInCatalog, 'qm9700', 'switch'), 'qm9700'),
  id: 'own',
  model: 'Own switch',
};
const fabric = {
  id: 'f1',
  name: 'Storage',
  purpose: 'storage',
  technology: 'ethernet',
  routing: 'ecmp',
  targetOversubscription: 2,
} as const;

describe("the design's own parts", () => {
  it('can be used at once, and stay while they are used', () => {
    const session = new EditSession().run('addPart', { part }).addDevice('d', 'own', 2);
    expect(session.design.devices['d']?.name).toBe('Own switch');
    expect(session.refuse('removePart', { id: 'own' }).message).toBe(
      'Own switch is used by Own switch: change that first.',
    );
    session.run('removeItems', { items: [{ kind: 'device', id: 'd' }] }).run('removePart', { id: 'own' });
    expect(session.design.parts).toEqual({});
    expect(session.refuse('addPart', { part: { ...part, id: 'constructor' } }).code).toBe('edit.id-taken');
  });
});

describe('fabrics and design info', () => {
  it('are edited with unique fabric names', () => {
    const session = new EditSession()
      .run('addFabric', { fabric })
      .run('addFabric', { fabric: { ...fabric, id: 'f2' } })
      .run('editFabric', { id: 'f2', patch: { targetOversubscription: 4 } })
      .run('editDesignInfo', { name: 'Hall 3', notes: 'two\nlines' });
    expect(session.design).toMatchObject({
      name: 'Hall 3',
      notes: 'two\nlines',
      fabrics: { f1: { name: 'Storage' }, f2: { name: 'Storage 2', targetOversubscription: 4 } },
    });
    expect(session.refuse('editFabric', { id: 'f2', patch: { name: 'storage' } }).code).toBe('edit.name-taken');
    expect(session.refuse('editFabric', { id: 'f2', patch: { targetOversubscription: 0 } }).code).toBe('edit.invalid');
    expect(session.refuse('addFabric', { fabric }).code).toBe('edit.id-taken');
  });

  it('keep a title block that is left out again once it says nothing', () => {
    const session = new EditSession()
      .run('editDesignInfo', { titleBlock: { revision: 'B', preparedFor: 'Hall 3' } })
      .run('editDesignInfo', { titleBlock: { date: '2026-11-21' } });
    expect(session.design.titleBlock).toEqual({
      revision: 'B',
      date: '2026-11-21',
      preparedBy: '',
      preparedFor: 'Hall 3',
    });
    expect(session.refuse('editDesignInfo', { titleBlock: { revision: 'x'.repeat(201) } }).code).toBe('edit.invalid');
    session.run('editDesignInfo', { titleBlock: { revision: '', date: '', preparedFor: '' } });
    expect(session.design).not.toHaveProperty('titleBlock');
  });
});
