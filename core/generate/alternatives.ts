/**
 * Other designs for the same endpoints: other topologies, switches, ratios and planes. Only what can be generated is
 * listed; switches, cables, power and bisection are counted by elaborating and analysing each design.
 */
import type { Catalog } from '../catalog/catalog.ts';
import { findPart } from '../catalog/catalog.ts';
import type { Design } from '../design/design.ts';
import { createDesignFrom } from './create-design.ts';
import type { FabricRequirements, Requirements, Topology } from './requirements.ts';
import { countWidest, listSwitchesOf, listVariants, type Variant, vary } from './variants.ts';

export interface Alternative {
  readonly label: string;
  readonly requirements: Requirements;
  readonly design: Design;
}

const MOST_ALTERNATIVES = 12;

/** Changes concern the first fabric, except where a variant names another. */
export function listAlternatives(requirements: Requirements, catalog: Catalog): Alternative[] {
  const alternatives: Alternative[] = [];
  const seen = new Set<string>();
  const own = createDesignFrom(requirements, catalog);
  if (own.ok) seen.add(describe(own.value.design));
  for (const variant of listCandidates(requirements, catalog)) {
    if (alternatives.length === MOST_ALTERNATIVES) break;
    const created = createDesignFrom(variant.requirements, catalog);
    if (!created.ok) continue;
    const { design } = created.value;
    const key = describe(design);
    if (seen.has(key)) continue;
    seen.add(key);
    alternatives.push({ ...variant, design });
  }
  return alternatives;
}

/** Two requirements that lead to the same groups and links are one alternative. */
function describe({ devices, links }: Design): string {
  return JSON.stringify([devices, links]);
}

function* listCandidates(requirements: Requirements, catalog: Catalog): Generator<Variant> {
  const first = requirements.fabrics[0] as FabricRequirements;
  for (const { label, change } of listTopologies(first)) yield vary(requirements, 0, label, change);
  for (const { label, change } of listSmallerSwitches(first, catalog)) yield vary(requirements, 0, label, change);
  yield* listVariants(requirements, catalog);
}

const treeLabels: readonly (readonly [Topology, string])[] = [
  ['rail-optimised', 'Rail-optimised'],
  ['leaf-spine', 'Leaf-spine, all ports of an endpoint on one leaf'],
  ['fat-tree', 'Three tiers'],
  ['rail-only', 'Rail-only, nothing between rails'],
];

function listTopologies(fabric: FabricRequirements): { label: string; change: Partial<FabricRequirements> }[] {
  if (!treeLabels.some(([topology]) => topology === fabric.topology)) return [];
  const free = {
    endpointsPerUnit: null,
    unitsPerPod: null,
    rails: null,
    downlinksPerLeaf: null,
    uplinksPerLeaf: null,
    leafCount: null,
    spineCount: null,
    coreCount: null,
  };
  return treeLabels
    .filter(([topology]) => topology !== fabric.topology)
    .map(([topology, label]) => {
      const tiers = topology === 'fat-tree' ? (3 as const) : ('auto' as const);
      return { label, change: { ...free, topology, tiers } };
    });
}

/** The next smaller switch of the same technology: more boxes, often cheaper ports. */
function listSmallerSwitches(
  fabric: FabricRequirements,
  catalog: Catalog,
): { label: string; change: Partial<FabricRequirements> }[] {
  const { leaf, speedGbps } = fabric;
  const part = leaf !== null && 'partId' in leaf ? findPart(catalog, leaf.partId, 'switch') : undefined;
  if (!part) return [];
  const sizes = listSwitchesOf(fabric, part, catalog);
  const own = countWidest(part, speedGbps);
  const smaller = sizes.filter(({ ports }) => ports < own && ports >= own / 2).at(-1);
  if (!smaller) return [];
  const { id, model } = smaller.part;
  return [
    { label: `${model}, ${smaller.ports} x ${speedGbps}G`, change: { leaf: { partId: id }, spine: null, core: null } },
  ];
}
