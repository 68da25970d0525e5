/** The server that stands for a measured node: the catalog's of that GPU, fitted with the GPUs and NICs that took part. */
import type { Catalog } from '#core/catalog/catalog.ts';
import type { ServerPart } from '#core/catalog/part.ts';
import { createAbstractServer, fitServer } from '../golden/interpret/fit-server.ts';
import type { UsableRun } from './choose-usable.ts';

/** The catalog's server for the words of a GPU; the first that fits. */
const SERVERS: readonly (readonly [RegExp, string])[] = [
  [/GB300/i, 'gb300-tray'],
  [/GB200/i, 'gb200-tray'],
  [/B300/i, 'dgx-b300-ac'],
  [/\bB200/i, 'dgx-b200'],
  [/\bG?H200|\bH20\b/i, 'dgx-h200'],
  [/\bG?H100|H800/i, 'dgx-h100'],
  [/\bA[18]00/i, 'dgx-a100'],
  [/MI300X/i, 'smc-8125gs'],
  [/MI325/i, 'qct-d74a-7u'],
  [/MI35[05]/i, 'amd-mi355x-dlc-ref'],
];

interface StatedLinks {
  readonly words: RegExp;
  readonly accelerator: string;
  /** One direction, GB/s. */
  readonly scaleUpGBps: number;
}

/** GPUs that the catalog has no server for and whose maker states the scale-up rate. */
const STATED: readonly StatedLinks[] = [
  // Six NVLink 2 links of 25 GB/s: https://www.nvidia.com/en-us/data-center/v100/.
  { words: /V100/i, accelerator: 'NVIDIA V100', scaleUpGBps: 150 },
  // Four Infinity Fabric links of 50 GB/s outside the package for each of its two dies: https://www.amd.com/en/products/accelerators/instinct/mi200/mi250x.html.
  { words: /MI250/i, accelerator: 'AMD Instinct MI250X', scaleUpGBps: 200 },
];

/** Ports of a node whose network took no part in the run. */
const IDLE_PORTS = { nicCount: 8, speedGbps: 400 };

export function chooseServer(run: UsableRun, catalog: Catalog): ServerPart {
  const { measurement, gpusPerNode, rankCount, domainSize, nodeCount } = run;
  const size = {
    gpuCount: gpusPerNode,
    nicCount: measurement.nics_per_node ?? IDLE_PORTS.nicCount,
    portsPerNic: 1,
    speedGbps: measurement.nic_gbps ?? IDLE_PORTS.speedGbps,
  };
  const server = findServer(measurement.gpu ?? '', catalog);
  const base = server === undefined ? createUnlisted(measurement.gpu ?? 'GPU', size) : fitServer(server, size);
  // Racks of which a part took part are drawn as large as the part.
  const domainCount = Math.ceil(rankCount / domainSize);
  const isShared = domainSize >= gpusPerNode;
  const perDomain = isShared ? Math.ceil(nodeCount / domainCount) * gpusPerNode : domainSize;
  const usedDomain = Math.min(domainSize, perDomain);
  return {
    ...base,
    id: `measured-${base.id}-${nodeCount}x${gpusPerNode}-domain-${usedDomain}`,
    gpuCount: gpusPerNode,
    scaleUpDomain: usedDomain > 1 ? usedDomain : null,
  };
}

function findServer(gpu: string, catalog: Catalog): ServerPart | undefined {
  // A card on the host bus has the chip's name and none of its links.
  if (/PCIe/i.test(gpu)) return undefined;
  const partId = SERVERS.find(([words]) => words.test(gpu))?.[1];
  const part = partId === undefined ? undefined : catalog.byId.get(partId);
  if (part?.kind !== 'server') return undefined;
  if (!/H800/i.test(gpu) || part.gpu === undefined) return part;
  return {
    ...part,
    id: 'measured-h800',
    accelerator: 'NVIDIA H800',
    gpu: { ...part.gpu, family: 'hopper-h800', scaleUpGBps: 200 },
  };
}

function createUnlisted(gpu: string, size: Parameters<typeof createAbstractServer>[0]): ServerPart {
  const plain = createAbstractServer(size);
  const stated = STATED.find(({ words }) => words.test(gpu));
  const maker = /RTX|GeForce|Tesla|\b[AHL]\d+/i.test(gpu) ? `NVIDIA ${gpu}` : gpu;
  return {
    ...plain,
    id: `${plain.id}-${gpu.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    accelerator: stated?.accelerator ?? maker,
    gpu: {
      family: 'other',
      bf16Tflops: null,
      fp8Tflops: null,
      fp4Tflops: null,
      hbmGb: null,
      scaleUpGBps: stated?.scaleUpGBps ?? null,
    },
  };
}
