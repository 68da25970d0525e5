/** Leaf-spine and its kin: fat trees, rails, planes, two switches, one switch. */
import type { Catalog } from '#core/catalog/catalog.ts';
import type { FabricRequirementsInput, Topology } from '#core/generate/requirements.ts';
import { chooseSwitch, type SwitchChoice } from './choose-parts.ts';
import { type Choices, createFabric, finish, type WrittenRequirements } from './fabric-base.ts';
import { chooseUnitSize, countByLeaves, countDisplaced, countNodes } from './unit-sizes.ts';
import { readDeviceCount, type Wish } from './wish.ts';

export function writeTree(given: Choices, catalog: Catalog): WrittenRequirements {
  const { wish, endpoint } = given;
  const leaf = given.leaf as SwitchChoice;
  const topology = chooseRails(given, leaf);
  const choices: Choices = { ...given, topology };
  const spineText = wish.spineText;
  const spine =
    spineText === null && wish.spineRadix === null
      ? null
      : chooseSwitch(wish, catalog, spineText, wish.spineRadix, leaf.uplinkGbps);
  const core =
    wish.coreText === null && wish.coreRadix === null
      ? null
      : chooseSwitch(wish, catalog, wish.coreText, wish.coreRadix, leaf.uplinkGbps);
  const units = wish.units ?? 1;
  const leafWords = readDeviceCount(wish.leafText);
  const leafCount = wish.leafCount ?? (leafWords && leafWords.count * (leafWords.isPerUnit ? units : 1));
  const spineCount = wish.spineCount ?? readDeviceCount(wish.spineText)?.count ?? null;
  const planes = wish.planes ?? 1;
  const isRail = topology === 'rail-optimised' || topology === 'rail-only';
  const nodes = countNodes(wish, endpoint) ?? countByLeaves(wish, leaf, endpoint);
  const tiers = wish.tiers ?? chooseTiersByGrowth(wish) ?? (topology === 'rail-only' && nodes === null ? 1 : null);
  const fabric: FabricRequirementsInput = {
    ...createFabric(choices),
    spine: spine?.spec ?? null,
    core: core?.spec ?? null,
    tiers: tiers === 1 || tiers === 2 || tiers === 3 ? tiers : 'auto',
    oversubscription: { leaf: wish.leafOversubscription ?? 1, spine: wish.spineOversubscription ?? 1 },
    rails: isRail ? wish.rails : null,
    planes,
    endpointsPerUnit: isRail || wish.nodesPerUnit !== null ? chooseUnitSize(wish, endpoint) : null,
    unitsPerPod: wish.unitsPerPod ?? wish.racksPerUnit,
    downlinksPerLeaf: wish.downlinksPerLeaf,
    uplinksPerLeaf:
      wish.uplinksPerLeaf ??
      (wish.linksPerPair !== null && spineCount !== null ? wish.linksPerPair * spineCount : null),
    uplinksPerSpine: wish.uplinksPerSpine,
    leafCount: leafCount === null ? null : Math.round(leafCount / planes),
    spineCount: spineCount === null ? null : Math.round(spineCount / planes),
    coreCount: wish.coreCount === null ? null : Math.round(wish.coreCount / planes),
  };
  const displaced = wish.displaced ?? countDisplaced(wish, endpoint);
  if (nodes === null) return { ...finish(choices, fabric, { endpointCount: 1 }), isComplete: true };
  if (displaced === 0) return finish(choices, fabric, { endpointCount: nodes });
  fabric.attachments = [{ id: 'ufm', name: 'UFM', count: 2, portsPerHost: 2 }];
  return finish(choices, fabric, { endpointCount: nodes, displacedEndpoints: displaced });
}

/** NICs of the largest servers; a machine with more is a rack, whose rails a case states if it has them. */
const MOST_RAILS = 16;

/**
 * Servers of several NICs are cabled by rails unless the case says otherwise, or its leaves do not divide by rails. A scalable
 * unit with more ports than a leaf has cannot hang on single leaves: its leaves are its rails, whatever the case calls it.
 */
function chooseRails({ wish, topology, endpoint }: Choices, leaf: SwitchChoice): Topology {
  const railCount = endpoint.portsPerNode / (wish.planes ?? 1);
  if (railCount <= 1 || (topology !== 'fat-tree' && topology !== 'leaf-spine')) return topology;
  const unitPorts = (chooseUnitSize(wish, endpoint) ?? 0) * railCount;
  const leafCount = wish.leafCount ?? readDeviceCount(wish.leafText)?.count ?? railCount;
  const isFree = wish.words.topology === null && railCount <= MOST_RAILS && leafCount % railCount === 0;
  return isFree || unitPorts > leaf.radix ? 'rail-optimised' : topology;
}

/** Racks of a rack-scale system make units of their own; scalable units are then their pods, and pods ask for a third tier. */
function chooseTiersByGrowth(wish: Wish): number | null {
  return wish.racksPerUnit !== null && (wish.unitsAtMost ?? 1) > 1 ? 3 : null;
}
