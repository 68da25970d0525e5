import { describe, expect, it } from 'vitest';
import type { SavedView } from '#core/design/saved-view.ts';
import { parseDesign, serializeDesign } from '#core/io/design-file.ts';
import { EditSession } from '../../../support/edit-session.ts';
import { createSmallDesign } from '../../../support/small-design.ts';

const view: SavedView = {
  id: 'v',
  name: 'Leaves',
  tab: 'topology',
  camera: { x: -0, y: 120.5, zoom: 0.8 },
  overlay: 'speed',
  fabricIds: ['fabric-1'],
};

function start(): EditSession {
  return new EditSession(createSmallDesign()).run('addView', { view });
}

describe('saved views', () => {
  it('are added, changed and removed without a trace', () => {
    const before = serializeDesign(createSmallDesign());
    const session = start().run('addView', { view: { ...view, id: 'w', name: 'leaves' } });
    expect(session.design.views?.['w']?.name).toBe('leaves 2');
    session.run('editView', { id: 'w', patch: { name: 'Spines', fabricIds: null, camera: { x: 1, y: 2, zoom: 3 } } });
    expect(session.design.views?.['w']).toEqual({
      ...view,
      id: 'w',
      name: 'Spines',
      fabricIds: null,
      camera: { x: 1, y: 2, zoom: 3 },
    });
    session.run('removeView', { id: 'v' }).run('removeView', { id: 'w' });
    expect(serializeDesign(session.design)).toBe(before);
  });

  it('live in the file, which reads back the same', () => {
    const text = serializeDesign(start().design);
    const read = parseDesign(text, 'x.weft');
    expect(read.ok && serializeDesign(read.value)).toBe(text);
    const broken = parseDesign(text.replace('"fabric-1"\n        ]', '"fabric-9"\n        ]'), 'x.weft');
    expect(!broken.ok && broken.error.reason).toBe('broken-reference');
  });

  it('show every fabric once those they showed are gone', () => {
    const session = start().run('removeItems', { items: [{ kind: 'fabric', id: 'fabric-1' }] });
    expect(session.design.views?.['v']?.fabricIds).toBeNull();
  });

  it('are refused with a name or an id that is taken, a fabric that is not there, and a zoom of nothing', () => {
    const session = start().run('addView', { view: { ...view, id: 'w', name: 'Spines' } });
    expect(session.refuse('addView', { view }).message).toContain('v');
    expect(session.refuse('editView', { id: 'w', patch: { name: 'LEAVES' } }).message).toContain('LEAVES');
    expect(session.refuse('editView', { id: 'w', patch: { fabricIds: ['fabric-9'] } }).message).toContain('fabric-9');
    expect(session.refuse('editView', { id: 'w', patch: { camera: { x: 0, y: 0, zoom: 0 } } }).message).toContain(
      'zoom',
    );
    expect(session.refuse('removeView', { id: 'nowhere' }).message).toContain('nowhere');
  });
});
