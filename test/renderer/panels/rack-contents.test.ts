import { describe, expect, it } from 'vitest';
import { listRackItems } from '../../../renderer/panels/rack-contents.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { EditSession } from '../../support/edit-session.ts';

describe('the contents of a rack', () => {
  // Ten DGX H100 (8U each) in three 48U racks: 4, 4 and 2, stacked from unit 1.
  const session = new EditSession()
    .run('addRack', { id: 'rack-1', partId: null, count: 3, position: { x: 0, y: 0 } })
    .run('editRack', { id: 'rack-1', patch: { heightUnits: 48 } })
    .run('addDevice', { id: 'device-1', partId: 'dgx-h100', count: 10, name: 'dgx', position: { x: 0, y: 0 } })
    .run('editDevice', { id: 'device-1', patch: { nameTemplate: 'dgx-{i:2}' } })
    .run('placeDevice', { deviceId: 'device-1', rackId: 'rack-1', placementId: 'placement-1', perRack: 4 });
  const rack = session.design.racks['rack-1'];
  if (!rack) throw new Error('the rack is missing');
  const itemsOf = (index: number) => listRackItems(session.design, builtInCatalog, rack, index);

  it('stacks members upwards at their height', () => {
    expect(itemsOf(0).map((item) => [item.name, item.bottomUnit, item.units])).toEqual([
      ['dgx-01', 1, 8],
      ['dgx-02', 9, 8],
      ['dgx-03', 17, 8],
      ['dgx-04', 25, 8],
    ]);
  });

  it('deals members on from rack to rack and ends with the last', () => {
    expect(itemsOf(1)[0]?.name).toBe('dgx-05');
    expect(itemsOf(2).map((item) => item.name)).toEqual(['dgx-09', 'dgx-10']);
  });
});
