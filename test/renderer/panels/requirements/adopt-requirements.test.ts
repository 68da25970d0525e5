/** What a proposal changes is what the form says afterwards; and what the form proposes by itself can be built. */
import { describe, expect, it } from 'vitest';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { listAlternatives } from '#core/generate/alternatives.ts';
import { generate } from '#core/generate/generate.ts';
import type { Requirements, Topology } from '#core/generate/requirements.ts';
import { adoptRequirements } from '../../../../renderer/panels/requirements/adopt-requirements.ts';
import { changeFabric, changeServer, changeTopology } from '../../../../renderer/panels/requirements/change-form.ts';
import { createForm, FURTHER_PURPOSES, type RequirementsForm } from '../../../../renderer/panels/requirements/form.ts';
import { hasComputePorts, listEndpointParts } from '../../../../renderer/panels/requirements/part-choices.ts';
import { readForm } from '../../../../renderer/panels/requirements/read-form.ts';
import { TOPOLOGIES } from '../../../../renderer/panels/requirements/topologies.ts';

const catalog = createCatalog(builtInParts);

function read(form: RequirementsForm): Requirements {
  const { requirements, errors } = readForm(form, catalog);
  if (requirements === null) throw new Error(JSON.stringify(errors));
  return requirements;
}

describe('taking over a proposal', () => {
  const everything = FURTHER_PURPOSES.reduce(
    (form, purpose) => changeFabric(form, purpose, { isWanted: true }, catalog),
    createForm(),
  );
  const forms = {
    'the first form': createForm(),
    'Ethernet leaf-spine': changeFabric(
      createForm(),
      'compute',
      { technology: 'ethernet', topology: 'leaf-spine' },
      catalog,
    ),
    'every fabric': everything,
    'racks of 72': changeServer({ ...createForm(), count: 16 }, 'gb200-nvl72', catalog),
  };
  it.each(Object.entries(forms))('says the same as each alternative of %s', (_name, form) => {
    const from = read(form);
    const alternatives = listAlternatives(from, catalog);
    expect(alternatives.length).toBeGreaterThan(3);
    for (const { label, requirements } of alternatives) {
      expect(read(adoptRequirements(form, from, requirements)).fabrics, label).toEqual(requirements.fabrics);
    }
  });

  it('says the same as each way out', () => {
    const form = changeFabric({ ...createForm(), count: 2000 }, 'compute', { tiers: 2 }, catalog);
    const from = read(form);
    const generated = generate(from, catalog);
    if (generated.ok) throw new Error('two tiers of QM9700 hold 64 leaves, 256 servers');
    expect(generated.error.waysOut.length).toBeGreaterThan(1);
    for (const { label, requirements } of generated.error.waysOut) {
      const adopted = read(adoptRequirements(form, from, requirements));
      expect(adopted.fabrics, label).toEqual(requirements.fabrics);
      expect(generate(adopted, catalog).ok, label).toBe(true);
    }
  });
});

describe('what the form proposes by itself', () => {
  // 64 ports: one switch takes 8 servers of 8 ports, two joined ones as many, two tiers 64 leaves of 4 servers.
  const countsOf = (topology: Topology): number[] => {
    if (topology === 'single-switch' || topology === 'two-switch') return [4, 8];
    return topology === 'leaf-spine' ? [8, 128, 256] : [8, 128, 1000];
  };
  it.each(Object.keys(TOPOLOGIES) as Topology[])('can be built as %s', (topology) => {
    for (const count of countsOf(topology)) {
      const generated = generate(read(changeTopology({ ...createForm(), count }, topology, catalog)), catalog);
      expect(generated.ok ? null : generated.error.message, `${count} servers`).toBeNull();
    }
  });

  const servers = listEndpointParts(catalog).filter(hasComputePorts);
  it.each(servers.map(({ id }) => id))('can be built of 32 x %s', (serverId) => {
    const form = changeServer({ ...createForm(), count: 32 }, serverId, catalog);
    const { requirements, errors } = readForm(form, catalog);
    if (requirements === null) {
      // 1.6T InfiniBand: announced servers are ahead of the switches on sale.
      expect(Object.keys(errors), serverId).toEqual(['leaf']);
      return;
    }
    const generated = generate(requirements, catalog);
    expect(generated.ok ? null : generated.error.message).toBeNull();
  });
});
