/**
 * From a wish to the requirements a design is generated from. The shape decides which of the wish's figures say how many
 * endpoints there are; when none does, the requirements are for as many as the shape holds.
 */
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Topology } from '#core/generate/requirements.ts';
import { chooseEndpoint, chooseSwitch, type EndpointChoice, type SwitchChoice } from './choose-parts.ts';
import type { Choices, WrittenRequirements } from './fabric-base.ts';
import { countNodes } from './unit-sizes.ts';
import type { Wish } from './wish.ts';
import { writeDragonfly, writeSlimFly } from './write-groups.ts';
import { writeLattice } from './write-lattice.ts';
import { writeTree } from './write-tree.ts';

/** null = the case names no network: neither a shape nor a switch it could be made of. */
export function writeRequirements(wish: Wish, catalog: Catalog): WrittenRequirements | null {
  const topology = chooseTopology(wish);
  if (topology === null) return null;
  const endpoint = chooseEndpoint(wish, catalog, isPaperEndpoint(wish));
  const leaf = chooseSwitch(wish, catalog, wish.leafText, wish.radix, endpoint.linkGbps) ?? inferSwitch(wish, endpoint);
  const choices: Choices = { wish, topology, endpoint, leaf };
  if (topology === 'torus' || topology === 'hyperx') return writeLattice(choices);
  if (topology === 'dragonfly' || topology === 'dragonfly-plus') return writeDragonfly(choices);
  if (topology === 'slim-fly') return writeSlimFly(choices);
  if (leaf === null) return null;
  return writeTree(choices, catalog);
}

/** Named shapes first; else what the figures imply. Only a radix and servers: separate rails, which take the fewest switches. */
function chooseTopology(wish: Wish): Topology | null {
  if (wish.words.topology !== null) return wish.words.topology;
  if (wish.hostsPerSwitch !== null && wish.switchesPerGroup !== null && wish.globalPorts !== null) return 'dragonfly';
  if (wish.shape !== null) return 'torus';
  if (wish.rackText !== null && wish.racksPerUnit !== null) return 'rail-only';
  const hasTree = wish.leafCount !== null || wish.spineCount !== null || wish.spineText !== null;
  const isRailed = wish.rails !== null || (wish.units !== null && (wish.gpusPerNode ?? wish.gpus ?? 0) > 1);
  const hasUnits = wish.units !== null || wish.nodesPerUnit !== null;
  if (isRailed && (hasTree || hasUnits)) return 'rail-optimised';
  if (hasTree || wish.uplinksPerLeaf !== null) return 'leaf-spine';
  if (wish.tiers !== null) return 'fat-tree';
  if (wish.radix !== null && wish.nodes !== null) return 'rail-only';
  if (wish.radix !== null || (wish.leafText !== null && wish.nodes === null && wish.gpus !== null)) return 'fat-tree';
  return null;
}

/** No machine is given: the endpoint of the papers, one port (to each plane). */
export function isPaperEndpoint(wish: Wish): boolean {
  const machine = [
    wish.serverText,
    wish.rackText,
    wish.gpusPerNode,
    wish.nicsPerNode,
    wish.nodes,
    wish.nodesPerUnit,
    wish.nodesPerPod,
  ];
  return machine.every((value) => value === null) && wish.rails === null;
}

/** Leaves and spines are counted but no switch is named: the smallest radix that holds them at 1:1. */
function inferSwitch(wish: Wish, endpoint: EndpointChoice): SwitchChoice | null {
  const nodes = countNodes(wish, endpoint);
  if (wish.leafCount === null || nodes === null) return null;
  const down = Math.ceil((nodes * endpoint.portsPerNode) / wish.leafCount);
  const onSpine = wish.spineCount === null ? 0 : Math.ceil((wish.leafCount * down) / wish.spineCount);
  const radix = Math.max(2 * down, onSpine);
  const spec = { radix, portGbps: endpoint.linkGbps };
  return {
    spec: { name: 'Switch', splits: [], ...spec },
    part: null,
    radix,
    linkGbps: endpoint.linkGbps,
    uplinkGbps: endpoint.linkGbps,
  };
}
