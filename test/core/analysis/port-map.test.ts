import { describe, expect, it } from 'vitest';
import { createPortMapper, type PortMap } from '#core/analysis/port-map.ts';
import { generateSuperPodH100 } from '#core/generate/superpod-h100.ts';
import { createCableEnds } from '#core/netlist/cable-ends.ts';
import { createCableLabels } from '#core/netlist/cable-labels.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';

const { netlist } = elaborate(generateSuperPodH100(1, builtInCatalog), builtInCatalog);
const ends = createCableEnds(netlist);
const mapper = createPortMapper(netlist, ends, createCableLabels(netlist, ends));

function listNeighbours({ blocks }: PortMap) {
  return blocks.flatMap(({ cages }) =>
    cages.flatMap((cage) => cage.ports.flatMap(({ neighbour }) => (neighbour ? [neighbour] : []))),
  );
}

describe('port map', () => {
  it('shows a leaf of the SuperPOD: 31 servers on its rail below, 8 uplinks to each of 4 spines', () => {
    // Reference architecture: a leaf has one cable of each of the 31 servers and 32 uplinks spread over the 4 spines of one unit.
    const leaf = mapper.map('leaf', 0);
    if (!leaf) throw new Error('no leaf');
    const neighbours = listNeighbours(leaf).filter(({ fabricId }) => fabricId === 'compute');
    const count = (deviceId: string): number => neighbours.filter((own) => own.deviceId === deviceId).length;
    expect(count('server')).toBe(31);
    expect(count('spine')).toBe(32);
    const spines = neighbours.filter((own) => own.deviceId === 'spine').map(({ member }) => member);
    expect(new Set(spines).size).toBe(4);
    // Each server once: member m of the leaf's rail.
    expect(new Set(neighbours.filter((own) => own.deviceId === 'server').map(({ member }) => member)).size).toBe(31);
  });

  it('is the same from both ends: what a port leads to leads back to it under the same label', () => {
    for (const group of netlist.groups) {
      for (let member = 0; member < group.count; member += 1) {
        const own = mapper.map(group.deviceId, member);
        if (!own) throw new Error(`no ${group.deviceId}`);
        for (const neighbour of listNeighbours(own)) {
          const far = mapper.map(neighbour.deviceId, neighbour.member);
          const back = far ? listNeighbours(far).filter(({ label }) => label === neighbour.label) : [];
          expect(back.map(({ name }) => name)).toContain(own.name);
        }
      }
    }
  });

  it('counts two ports in use for every connection', () => {
    const used = netlist.groups.flatMap((group) =>
      Array.from({ length: group.count }, (_, member) => mapper.map(group.deviceId, member)?.usedCount ?? 0),
    );
    expect(used.reduce((sum, count) => sum + count, 0)).toBe(2 * netlist.connectionCount);
  });

  it('knows no device that is not there', () => {
    expect(mapper.map('nothing', 0)).toBeNull();
    expect(mapper.map('leaf', 8)).toBeNull();
  });
});
