/** PDUs hung on two feeds at once: counts by hand, one undo step. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import { design, openDesign, undo } from '../../../renderer/store/design-store.ts';
import { listUnfedRacks, spreadPdus } from '../../../renderer/store/edit-feeds.ts';
import { addFeed, addRackedServers, drawRackedServers } from '../../support/draw-facility.ts';

function draw(): Design {
  const drawn = drawRackedServers('dgx-b200', 1, 1, { pdus: [{ partId: 'ap8886', count: 3 }] });
  addRackedServers(drawn, 'fed', 'rack-2', 'dgx-b200', 1, 1, { pdus: [{ partId: 'ap8886', count: 2, feedId: 'a' }] });
  addRackedServers(drawn, 'bare', 'rack-3', 'dgx-b200', 1, 1);
  addRackedServers(drawn, 'one', 'rack-4', 'dgx-b200', 1, 1, { pdus: [{ partId: 'ap8865', count: 1 }] });
  addFeed(drawn, 'a');
  addFeed(drawn, 'b');
  return drawn;
}

describe('spreadPdus', () => {
  beforeEach(() => openDesign(draw(), null));

  it('hangs half of each rack’s PDUs on each feed, the odd one on the first, as one step', () => {
    const before = design();
    const unfed = listUnfedRacks(design().racks);
    expect(unfed.map(({ id }) => id).sort()).toEqual(['rack', 'rack-4']);
    spreadPdus(unfed, ['a', 'b']);
    expect(design().racks['rack']?.pdus).toEqual([
      { partId: 'ap8886', count: 2, feedId: 'a' },
      { partId: 'ap8886', count: 1, feedId: 'b' },
    ]);
    expect(design().racks['rack-4']?.pdus).toEqual([{ partId: 'ap8865', count: 1, feedId: 'a' }]);
    expect(design().racks['rack-2']?.pdus).toEqual([{ partId: 'ap8886', count: 2, feedId: 'a' }]);
    expect(listUnfedRacks(design().racks)).toEqual([]);
    undo();
    expect(design()).toEqual(before);
  });
});
