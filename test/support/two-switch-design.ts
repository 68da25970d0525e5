/**
 * Two converged switches joined by inter-switch links, as in NVIDIA's enterprise reference architectures: servers with GPU and
 * CPU ports, support servers, edge routers, out-of-band switches and storage, all on the same pair. The parts are the design's
 * own: an SN5600 with the 8 x 100G split that its wire maps use and the built-in part, by its platform file, does not offer.
 */
import { assertDefined } from '#core/base/assert.ts';
import { findPart } from '#core/catalog/catalog.ts';
import type { PortBlock, ServerPart, SwitchPart } from '#core/catalog/part.ts';
import type { Design } from '#core/design/design.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { drawDesign, drawDevice, drawLink } from './draw.ts';

const spectrum = assertDefined(findPart(builtInCatalog, 'sn5600', 'switch'), 'sn5600');
const server = assertDefined(findPart(builtInCatalog, 'dgx-h100', 'server'), 'dgx-h100');

/** 8 x 100G on the first cage of a pair, which takes the lanes of the second. */
export const splitSpectrum: SwitchPart = {
  ...spectrum,
  id: 'sn5600-8x100',
  portBlocks: spectrum.portBlocks.map((block) =>
    block.id === 'data'
      ? { ...block, modes: [...block.modes, { portsPerCage: 8, speedGbps: 100, blocksNextCage: true }] }
      : block,
  ),
};

interface PairSizes {
  readonly nodes: number;
  readonly gpuPorts: number;
  readonly supportServers: number;
  /** 100G links of the edge, of the out-of-band switches and of the storage, half of them to each switch. */
  readonly edgeLinks: number;
  readonly oobLinks: number;
  readonly storageLinks: number;
  readonly islLinks: number;
}

/** A device of so many single-port cages; blocks as [id, cages, speed]. */
function createHost(id: string, blocks: readonly (readonly [string, number, number])[]): ServerPart {
  const [template] = server.portBlocks;
  const portBlocks = blocks.map(
    ([blockId, cageCount, speedGbps]): PortBlock => ({
      ...assertDefined(template, 'a port block'),
      id: blockId,
      role: blockId,
      cageCount,
      formFactor: 'QSFP112',
      lanesPerCage: null,
      gbpsPerLane: null,
      modes: [{ portsPerCage: 1, speedGbps }],
    }),
  );
  return { ...server, id, model: id, portBlocks };
}

export function drawTwoSwitches(sizes: PairSizes): Design {
  const design = drawDesign('ethernet');
  const hosts = [
    createHost('node', [
      ['gpu', sizes.gpuPorts, 400],
      ['cpu', 2, 200],
    ]),
    createHost('support', [['cpu', 2, 200]]),
    createHost('edge', [['up', sizes.edgeLinks, 100]]),
    createHost('oob', [['up', sizes.oobLinks, 100]]),
    createHost('storage', [['up', sizes.storageLinks, 100]]),
  ];
  for (const part of [splitSpectrum, ...hosts]) design.parts[part.id] = part;
  drawDevice(design, 'core', splitSpectrum.id, 'leaf', 2);
  drawDevice(design, 'node', 'node', 'endpoint', sizes.nodes);
  drawDevice(design, 'support', 'support', 'management', sizes.supportServers);
  // Rails alternate between the two switches.
  drawLink(design, 'node.gpu', 'core.data', { pattern: 'rail', speedGbps: 400 });
  drawLink(design, 'node.cpu', 'core.data', { pattern: 'rail', speedGbps: 200 });
  drawLink(design, 'support.cpu', 'core.data', { pattern: 'rail', speedGbps: 200 });
  drawLink(design, 'core.data', 'core.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: sizes.islLinks });
  for (const [id, links] of [
    ['edge', sizes.edgeLinks],
    ['oob', sizes.oobLinks],
    ['storage', sizes.storageLinks],
  ] as const) {
    if (links === 0) continue;
    drawDevice(design, id, id, 'management', 1);
    drawLink(design, `${id}.up`, 'core.data', { pattern: 'mesh', speedGbps: 100, cablesPerPair: links / 2 });
  }
  return design;
}
