import { describe, expect, it } from 'vitest';
import { findBrokenReference } from '#core/design/check-references.ts';
import type { Design } from '#core/design/design.ts';
import { countUnits, indexUnits, listUnitItems } from '#core/design/unit-contents.ts';
import type { Unit } from '#core/design/unit.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const rack = { kind: 'rack', id: 'rack-1' } as const;
const leaf = { kind: 'device', id: 'leaf-1' } as const;

function createUnit(id: string, members: Unit['members']): Unit {
  return { id, name: id, members };
}

/** 4 DGX H100 in 2 racks, 2 leaves beside them. */
function createGrouped(...units: Unit[]): Design {
  return { ...createSmallDesign(), units: Object.fromEntries(units.map((unit) => [unit.id, unit])) };
}

describe('indexUnits', () => {
  it('puts a device into the unit of the rack it stands in', () => {
    const index = indexUnits(createGrouped(createUnit('one', [rack])));
    expect(index.ofDevice('gpu-1')?.id).toBe('one');
    expect(index.ofRack('rack-1')?.id).toBe('one');
    expect(index.ofDevice('leaf-1')).toBeNull();
  });
});

describe('countUnits', () => {
  it('counts racks, servers, switches and GPUs: a DGX H100 has 8', () => {
    const counts = countUnits(createGrouped(createUnit('one', [rack, leaf])), builtInCatalog);
    expect(counts.get('one')).toEqual({
      rackCount: 2,
      serverCount: 4,
      switchCount: 2,
      unknownCount: 0,
      gpuCount: 32,
      isGpuCountPartial: false,
    });
  });

  it('counts members where they stand: those of a group over two units once', () => {
    const design = createGrouped(createUnit('one', [rack]), createUnit('two', [{ kind: 'rack', id: 'rack-2' }]));
    const [first] = Object.values(design.racks);
    const [placement] = Object.values(design.placements);
    if (!first || !placement) throw new Error('The small design has a rack and a placement');
    const split: Design = {
      ...design,
      racks: { ...design.racks, 'rack-2': { ...first, id: 'rack-2', name: 'Other', count: 1 } },
      placements: {
        'placement-1': { ...placement, memberCount: 2 },
        'placement-2': { ...placement, id: 'placement-2', rackId: 'rack-2', firstMember: 2, memberCount: 1 },
      },
    };
    expect(findBrokenReference(split)).toBeNull();
    const counts = countUnits(split, builtInCatalog);
    // The member that stands in no rack counts where the group is drawn.
    expect(counts.get('one')?.serverCount).toBe(3);
    expect(counts.get('two')?.serverCount).toBe(1);
  });
});

describe('listUnitItems', () => {
  it('lists the members, and the devices that stand in no other rack', () => {
    const unit = createUnit('one', [rack, leaf]);
    expect(listUnitItems(createGrouped(unit), unit)).toEqual([rack, leaf, { kind: 'device', id: 'gpu-1' }]);
  });
});

describe('units that do not hold together', () => {
  it('are found', () => {
    expect(findBrokenReference(createGrouped(createUnit('one', [rack, leaf])))).toBeNull();
    const messages = [
      createGrouped(createUnit('one', [{ kind: 'rack', id: 'gone' }])),
      createGrouped(createUnit('one', [leaf]), createUnit('two', [leaf])),
      createGrouped(createUnit('one', [{ kind: 'device', id: 'gpu-1' }])),
    ].map((design) => findBrokenReference(design)?.message);
    expect(messages).toEqual([
      'there is no rack gone',
      'leaf is in one already',
      'gpu stands in a rack, so it is in the unit of that rack',
    ]);
  });
});
