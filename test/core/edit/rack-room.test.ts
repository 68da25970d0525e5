import { describe, expect, it } from 'vitest';
import { explainNoRoom } from '#core/edit/rack-room.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { EditSession } from '../../support/edit-session.ts';

/** Two racks of 42 units with five DGX H200 of 8 units each in both: 2 units are free in each. */
function fill(): EditSession {
  return new EditSession()
    .run('addRack', { id: 'rack-1', partId: null, count: 2, name: 'Full', position: { x: 0, y: 0 } })
    .addDevice('gpu', 'dgx-h200', 10, { rack: { rackId: 'rack-1', placementId: 'placement-1' } })
    .addDevice('one', 'dgx-h200', 1, { name: 'One' })
    .addDevice('leaf', 'qm9700', 1, { name: 'Leaf' });
}

describe('explainNoRoom', () => {
  it('says what placing it would say', () => {
    const session = fill();
    const { one } = session.design.devices;
    const reason = explainNoRoom(session.design, builtInCatalog, 'rack-1', one ? [one] : []);
    expect(reason).toBe('Full has 2 U free, One needs 8 U.');
    const args = { deviceId: 'one', rackId: 'rack-1', placementId: 'placement-2' };
    expect(session.refuse('placeDevice', args).message).toBe(reason);
  });

  it('has nothing to say where one of them fits, and where a device leaves the units it needs', () => {
    const { design } = fill();
    const { gpu, one, leaf } = design.devices;
    if (!gpu || !one || !leaf) throw new Error('a device is missing');
    expect(explainNoRoom(design, builtInCatalog, 'rack-1', [one, leaf])).toBeNull();
    expect(explainNoRoom(design, builtInCatalog, 'rack-1', [gpu])).toBeNull();
    // As a copy it stands beside itself.
    expect(explainNoRoom(design, builtInCatalog, 'rack-1', [{ ...gpu, id: '' }])).toMatch(/2 U free/);
  });

  it('leaves the design as it is', () => {
    const { design } = fill();
    const before = structuredClone(design);
    explainNoRoom(design, builtInCatalog, 'rack-1', Object.values(design.devices));
    expect(design).toEqual(before);
  });
});
