import { describe, expect, it } from 'vitest';
import { assertDefined } from '#core/base/assert.ts';
import { listKeyFacts } from '../../../renderer/panels/part-facts.ts';
import { listByMaker, PALETTE_KINDS, searchParts } from '../../../renderer/panels/palette-list.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';

describe('the palette', () => {
  it('shows every part of a kind once, generic ones last', () => {
    for (const { kind } of PALETTE_KINDS) {
      const groups = listByMaker(builtInCatalog, kind);
      const shown = groups.flatMap((group) => group.parts.map((part) => part.id));
      const all = [...builtInCatalog.byId.values()]
        // Rules and limits of cooling are no parts to add.
        .filter((part) => part.kind === kind && (part.kind !== 'cooling' || part.category === 'cdu'))
        .map((part) => part.id);
      expect(shown.toSorted()).toEqual(all.toSorted());
      const generic = groups.findIndex((group) => group.title === 'Generic');
      if (generic >= 0) expect(generic).toBe(groups.length - 1);
    }
  });

  it('finds a switch by the beginning of its name', () => {
    expect(searchParts(builtInCatalog, 'qm97')[0]?.parts[0]?.id).toBe('qm9700');
  });

  it('finds parts by what they can do, all words together', () => {
    const found = searchParts(builtInCatalog, 'nvidia osfp 800g').flatMap((group) => group.parts);
    expect(found.length).toBeGreaterThan(0);
    for (const part of found) expect(part.manufacturer).toBe('NVIDIA');
    expect(searchParts(builtInCatalog, 'no such part')).toEqual([]);
  });

  it('tells the key facts of a coolant unit', () => {
    // CoolIT CHx2000: 2 MW, 2,125 L/min, 750 x 1200 mm by its data sheet.
    const cdu = assertDefined(builtInCatalog.byId.get('cdu-coolit-chx2000'), 'cdu-coolit-chx2000');
    expect(listKeyFacts(cdu)).toEqual(['2\u202f000 kW', '2\u202f125 L/min', '750 \u00d7 1200 mm']);
  });

  it('tells the key facts of a switch', () => {
    // NVIDIA QM9700: 32 OSFP cages, two 400G ports each, 1U, 747 W typical with passive cables.
    const qm9700 = assertDefined(builtInCatalog.byId.get('qm9700'), 'qm9700');
    expect(listKeyFacts(qm9700)).toEqual(['32\u00d7 OSFP', '64\u00d7 400G', '1U', '747 W typ']);
  });
});
