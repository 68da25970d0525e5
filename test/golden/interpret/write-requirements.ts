/**
 * From a wish to the requirements a design is generated from. The shape decides which of the wish's figures say how many
 * endpoints there are; when none does, the requirements are for as many as the shape holds.
 */
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Part } from '#core/catalog/part.ts';
import type { FabricRequirementsInput, RequirementsInput, Topology } from '#core/generate/requirements.ts';
import { chooseEndpoint, chooseSwitch, type EndpointChoice, type SwitchChoice } from './choose-parts.ts';
import { fitSlimFly } from './slim-fly.ts';
import { readDeviceCount, type Wish } from './wish.ts';

export interface WrittenRequirements {
  readonly input: RequirementsInput;
  readonly ownParts: readonly Part[];
  /** No figure says how many endpoints: draw the most that fit. */
  readonly isComplete: boolean;
  /** The case is about switches only; the hosts on them were added so that a cut can be fed. */
  readonly hasInventedHosts: boolean;
}

interface Choices {
  readonly wish: Wish;
  readonly topology: Topology;
  readonly endpoint: EndpointChoice;
  /** null for a torus of endpoints. */
  readonly leaf: SwitchChoice | null;
}

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
  // Servers of many NICs are cabled by rails unless the case says otherwise.
  if (wish.tiers !== null) return (wish.nicsPerNode ?? 1) > 1 ? 'rail-optimised' : 'fat-tree';
  if (wish.radix !== null && wish.nodes !== null) return 'rail-only';
  if (wish.radix !== null || (wish.leafText !== null && wish.nodes === null && wish.gpus !== null)) return 'fat-tree';
  return null;
}

/** No machine is given: the endpoint of the papers, one port (to each plane). */
function isPaperEndpoint(wish: Wish): boolean {
  const machine = [wish.serverText, wish.rackText, wish.gpusPerNode, wish.nicsPerNode, wish.nodes, wish.nodesPerUnit];
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

function writeLattice({ wish, topology, endpoint, leaf }: Choices): WrittenRequirements | null {
  const { shape } = wish;
  if (shape === null) return null;
  const trunk = wish.trunk ?? 1;
  const nodeCount = shape.reduce((product, size) => product * size, 1);
  const isSwitched = topology === 'hyperx' || leaf !== null;
  const networkPorts =
    topology === 'torus' ? 2 * shape.length * trunk : shape.reduce((sum, size) => sum + (size - 1) * trunk, 0);
  // Enough hosts that their own links never limit what a cut through the switches can carry.
  const hostsPerSwitch = isSwitched ? (wish.hostsPerSwitch ?? networkPorts) : null;
  const linkGbps = readLatticeGbps(wish, networkPorts) ?? endpoint.linkGbps;
  const ports = isSwitched ? 1 : networkPorts;
  const fabric: FabricRequirementsInput = {
    id: 'compute',
    purpose: 'compute',
    technology: 'ethernet',
    topology,
    speedGbps: linkGbps,
    leaf: isSwitched ? (leaf?.spec ?? { radix: networkPorts + (hostsPerSwitch ?? 0), portGbps: linkGbps }) : null,
    lattice: {
      shape: [...shape],
      trunks: [trunk],
      wraps: wish.isWrapped,
      hostsPerSwitch,
      tile: wish.tile === null ? null : [...wish.tile],
      opticalSwitchPorts: wish.tile === null ? null : (wish.opticalSwitchPorts ?? readUsedPorts(wish)),
    },
  };
  const input: RequirementsInput = {
    name: 'Reference case',
    endpoint: { gpus: 1, ports, portGbps: linkGbps },
    endpointCount: nodeCount * (hostsPerSwitch ?? 1),
    fabrics: [fabric],
  };
  return { input, ownParts: [], isComplete: false, hasInventedHosts: isSwitched && wish.hostsPerSwitch === null };
}

/** One way, Gb/s of one link; `bidirectional per chip` sums both directions of all links of a chip. */
function readLatticeGbps(wish: Wish, ports: number): number | null {
  if (wish.latticeLinkGbps !== null) return wish.latticeLinkGbps;
  if (wish.latticeLinkGBs !== null) return wish.latticeLinkGBs * 8;
  if (wish.latticeChipGBs !== null) return ((wish.latticeChipGBs / 2) * 8) / (wish.latticePorts ?? ports);
  return null;
}

/** An optical switch's size stands beside the figure it is counted for: `136 ports, 128 used + 8 spare`. */
function readUsedPorts(wish: Wish): number {
  const text = Object.entries(wish.metrics).find(([name]) => /ocs|optical_switch/.test(name))?.[1].counts ?? '';
  const match = /(\d+)\s+(?:ports\s+)?used/.exec(text);
  return match ? Number(match[1]) : 128;
}

function writeDragonfly(choices: Choices): WrittenRequirements | null {
  const { wish, topology, endpoint, leaf } = choices;
  const sizes = sizeDragonfly(wish, leaf?.radix ?? null);
  if (sizes === null) return null;
  const { hostsPerSwitch, switchesPerGroup, globalPorts } = sizes;
  const isPlus = topology === 'dragonfly-plus';
  const globalSwitches = isPlus ? (wish.spinesPerGroup ?? switchesPerGroup) : switchesPerGroup;
  const nodes = countNodes(wish, endpoint);
  const perGroup = hostsPerSwitch * switchesPerGroup;
  const groupsAsked = nodes === null ? null : Math.ceil((nodes * endpoint.portsPerNode) / perGroup);
  const groups = wish.groups ?? groupsAsked ?? globalSwitches * globalPorts + 1;
  const radix = isPlus
    ? Math.max(hostsPerSwitch + globalSwitches, switchesPerGroup + globalPorts)
    : hostsPerSwitch + switchesPerGroup - 1 + globalPorts;
  const fabric: FabricRequirementsInput = {
    ...createFabric(choices),
    leaf: leaf?.spec ?? { radix, portGbps: endpoint.linkGbps },
    dragonfly: {
      hostsPerSwitch,
      switchesPerGroup,
      spinesPerGroup: isPlus ? globalSwitches : null,
      globalPortsPerSwitch: globalPorts,
      groups,
      linksPerGroupPair: wish.linksPerGroupPair,
    },
  };
  const endpointCount = nodes ?? Math.floor((groups * perGroup) / endpoint.portsPerNode);
  return finish(choices, fabric, { endpointCount });
}

/** Given as p, a, h; or from the radix alone the balanced one, a = 2p = 2h. */
function sizeDragonfly(
  wish: Wish,
  radix: number | null,
): { hostsPerSwitch: number; switchesPerGroup: number; globalPorts: number } | null {
  const balanced = radix === null ? null : Math.floor((radix + 1) / 4);
  const hostsPerSwitch = wish.hostsPerSwitch ?? balanced;
  const switchesPerGroup = wish.switchesPerGroup ?? (balanced === null ? null : 2 * balanced);
  const globalPorts = wish.globalPorts ?? balanced;
  if (hostsPerSwitch === null || switchesPerGroup === null || globalPorts === null) return null;
  return { hostsPerSwitch, switchesPerGroup, globalPorts };
}

function writeSlimFly(choices: Choices): WrittenRequirements | null {
  const { wish, endpoint } = choices;
  const fitted = fitSlimFly(wish.q, wish.hostsPerSwitch, choices.leaf?.radix ?? 0);
  if (fitted === null) return null;
  const { q, hostsPerSwitch, radix } = fitted;
  const leaf = choices.leaf?.spec ?? { radix, portGbps: endpoint.linkGbps };
  const endpointCount = Math.floor((2 * q * q * hostsPerSwitch) / endpoint.portsPerNode);
  return finish(choices, { ...createFabric(choices), leaf, slimFly: { q, hostsPerSwitch } }, { endpointCount });
}

function writeTree(given: Choices, catalog: Catalog): WrittenRequirements {
  const { wish, endpoint } = given;
  const leaf = given.leaf as SwitchChoice;
  const topology = railWideUnits(given, leaf);
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
    endpointsPerUnit: chooseUnitSize(wish, endpoint),
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

/** A scalable unit with more ports than a leaf has cannot hang on single leaves: its leaves are its rails. */
function railWideUnits({ wish, topology, endpoint }: Choices, leaf: SwitchChoice): Topology {
  const ports = (chooseUnitSize(wish, endpoint) ?? 0) * (endpoint.portsPerNode / (wish.planes ?? 1));
  const isPlainTree = topology === 'fat-tree' || topology === 'leaf-spine';
  return isPlainTree && endpoint.portsPerNode > 1 && ports > leaf.radix ? 'rail-optimised' : topology;
}

/** Racks of a rack-scale system make units of their own; scalable units are then their pods, and pods ask for a third tier. */
function chooseTiersByGrowth(wish: Wish): number | null {
  return wish.racksPerUnit !== null && (wish.unitsAtMost ?? 1) > 1 ? 3 : null;
}

function chooseUnitSize(wish: Wish, endpoint: EndpointChoice): number | null {
  if (wish.racksPerUnit !== null) return endpoint.nodesPerRackSystem;
  if (wish.nodesPerUnit !== null) return wish.nodesPerUnit;
  if (wish.gpusPerUnit !== null) return Math.ceil(wish.gpusPerUnit / endpoint.gpusPerNode);
  const nodes = wish.nodes ?? (wish.gpus === null ? null : wish.gpus / endpoint.gpusPerNode);
  return nodes !== null && wish.units !== null && nodes % wish.units === 0 ? nodes / wish.units : null;
}

/** Machines to place, those displaced included; null = no figure says. */
export function countNodes(wish: Wish, endpoint: EndpointChoice): number | null {
  const perUnit = chooseUnitSize(wish, endpoint);
  const unitCount = wish.racksPerUnit === null ? wish.units : (wish.units ?? 1) * wish.racksPerUnit;
  if (perUnit !== null && unitCount !== null) return perUnit * unitCount;
  if (wish.nodes !== null) return wish.nodes;
  if (wish.gpus !== null) return Math.ceil(wish.gpus / endpoint.gpusPerNode);
  if (wish.racks !== null) return wish.racks * endpoint.nodesPerRackSystem;
  return null;
}

/** The units hold more machines than the case has: the rest made room for something else. */
function countDisplaced(wish: Wish, endpoint: EndpointChoice): number {
  const full = countNodes(wish, endpoint);
  const perUnit = chooseUnitSize(wish, endpoint);
  if (full === null || perUnit === null || wish.nodes === null || wish.nodes >= full) return 0;
  return full - wish.nodes < perUnit ? full - wish.nodes : 0;
}

/** Given leaves and their uplinks fill all remaining ports with endpoints. */
function countByLeaves(wish: Wish, leaf: SwitchChoice, endpoint: EndpointChoice): number | null {
  if (wish.leafCount === null) return null;
  const down = wish.downlinksPerLeaf ?? leaf.radix - (wish.uplinksPerLeaf ?? Math.floor(leaf.radix / 2));
  return Math.floor((wish.leafCount * down) / endpoint.portsPerNode);
}

function createFabric({ wish, topology, endpoint, leaf }: Choices): FabricRequirementsInput {
  const text = `${wish.leafText ?? ''} ${wish.serverText ?? ''}`;
  const protocols = leaf?.part?.portBlocks.find((block) => block.role === 'data')?.protocols ?? [];
  const isInfiniBand =
    protocols.length > 0 ? !protocols.includes('eth') : /infiniband|quantum|\bq?m?\d{4}\b|[nhx]dr/i.test(text);
  return {
    id: 'compute',
    purpose: 'compute',
    technology: isInfiniBand ? 'infiniband' : 'ethernet',
    topology,
    speedGbps: endpoint.linkGbps,
    uplinkSpeedGbps: leaf?.uplinkGbps ?? null,
    leaf: leaf?.spec ?? null,
  };
}

function finish(
  { endpoint }: Choices,
  fabric: FabricRequirementsInput,
  counts: Pick<RequirementsInput, 'endpointCount' | 'displacedEndpoints'>,
): WrittenRequirements {
  const input = { name: 'Reference case', endpoint: endpoint.spec, fabrics: [fabric], ...counts };
  return { input, ownParts: endpoint.ownPart ? [endpoint.ownPart] : [], isComplete: false, hasInventedHosts: false };
}
