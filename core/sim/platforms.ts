/**
 * The platform table: what collective libraries were measured to get out of each GPU family's scale-up network, and the
 * choice of a line of it for a server. A part of the catalog may bring rates of its own.
 */
import type { ServerPart } from '../catalog/part.ts';
import type { Platform } from './platform.ts';

type GpuFacts = NonNullable<ServerPart['gpu']>;

const STAS = 'https://github.com/stas00/ml-engineering/blob/master/network/README.md';
const OCI = 'https://github.com/oracle-quickstart/oci-gpu-quickstarts';

const nvidia = { vendor: 'nvidia', isRingPerPeer: false, isMeasured: true } as const;
const amd = {
  vendor: 'amd',
  isRingPerPeer: true,
  isMeasured: true,
  inSwitchGBps: null,
  inSwitchMinGpus: 0,
  source: `rccl-tests; ${OCI}`,
} as const;

const AMPERE: Platform = {
  ...nvidia,
  id: 'a100',
  name: 'A100',
  family: 'ampere',
  ringGBps: 236,
  ringAcrossGBps: 236,
  allToAllGBps: 242,
  inSwitchGBps: null,
  inSwitchMinGpus: 0,
  hopUs: 0.6,
  source: STAS,
};

const HOPPER: Platform = {
  ...nvidia,
  id: 'hopper',
  name: 'H100, H200, H20',
  family: 'hopper',
  ringGBps: 367,
  ringAcrossGBps: 367,
  // Interpolated: no clean sweep of eight GPUs is published.
  allToAllGBps: 340,
  inSwitchGBps: 309,
  inSwitchMinGpus: 5,
  hopUs: 0.6,
  source: STAS,
};

const BLACKWELL: Platform = {
  ...nvidia,
  id: 'blackwell',
  name: 'B200, B300, GB200, GB300',
  family: 'blackwell',
  ringGBps: 682,
  ringAcrossGBps: 682,
  allToAllGBps: 672,
  inSwitchGBps: 543,
  inSwitchMinGpus: 6,
  hopUs: 1.1,
  source: `${STAS}; ${OCI}`,
};

const MI300X: Platform = {
  ...amd,
  id: 'mi300x',
  name: 'MI300X',
  family: 'cdna3',
  ringGBps: 46.9,
  ringAcrossGBps: 380,
  // Interpolated, as for Hopper.
  allToAllGBps: 330,
  hopUs: 0.45,
};

const MI325X: Platform = { ...MI300X, id: 'mi325x', name: 'MI325X', ringGBps: 45.6 };

const MI355X: Platform = {
  ...amd,
  id: 'mi355x',
  name: 'MI350X, MI355X',
  family: 'cdna4',
  ringGBps: 58.3,
  ringAcrossGBps: 400,
  allToAllGBps: 361,
  hopUs: 0.6,
};

const H800: Platform = {
  ...HOPPER,
  id: 'h800',
  name: 'H800',
  family: 'hopper-h800',
  ringGBps: 160,
  ringAcrossGBps: 160,
  allToAllGBps: 150,
  inSwitchGBps: 138,
  source: 'https://github.com/deepseek-ai/DeepEP; in-switch rate scaled from H100',
};

/** Stands in for what nobody published: a plain host link, no reduction in switches. */
const GENERIC: Platform = {
  id: 'generic',
  name: 'GPU without published measurements',
  vendor: 'other',
  family: 'other',
  ringGBps: 40,
  isRingPerPeer: false,
  ringAcrossGBps: 40,
  allToAllGBps: 40,
  inSwitchGBps: null,
  inSwitchMinGpus: 0,
  hopUs: 1,
  source: 'assumed: a PCIe 5.0 x16 link, or 76 % of the stated scale-up rate',
  isMeasured: false,
};

/** Line of the table for each family; MI325X shares its family with MI300X. */
export const PLATFORMS: readonly Platform[] = [AMPERE, HOPPER, BLACKWELL, MI300X, MI325X, MI355X, H800, GENERIC];

/** Share of the stated scale-up rate that rings get on the platforms that were measured: 0.73 to 0.82. */
const RING_SHARE_OF_STATED = 0.76;

const NAMES: readonly (readonly [RegExp, Platform])[] = [
  [/H800/i, H800],
  [/\bA[18]00\b/i, AMPERE],
  [/\bG?H(?:100|200|20)\b/i, HOPPER],
  [/\bG?B(?:200|300)\b/i, BLACKWELL],
  [/MI325/i, MI325X],
  [/MI300X/i, MI300X],
  [/MI35[05]/i, MI355X],
];

/**
 * The line of the table for a server's GPUs: its own measured rates, else its family's, else what its accelerator's name says.
 * `isAssumed` = none of these, so that the rates are a guess.
 */
export function choosePlatform(part: ServerPart): { platform: Platform; isAssumed: boolean } {
  const { gpu } = part;
  const known = findByFamily(part) ?? findByName(part);
  const platform = gpu?.collectives === undefined ? known : createOwn(part, gpu, gpu.collectives, known ?? GENERIC);
  if (platform === undefined) return { platform: createGeneric(part), isAssumed: true };
  return { platform: capAtStatedRate(platform, gpu?.scaleUpGBps ?? null), isAssumed: false };
}

function findByFamily(part: ServerPart): Platform | undefined {
  const family = part.gpu?.family ?? null;
  if (family === null || family === 'other') return undefined;
  if (family === 'cdna3' && /MI325/i.test(part.accelerator ?? '')) return MI325X;
  return PLATFORMS.find((platform) => platform.family === family);
}

function findByName(part: ServerPart): Platform | undefined {
  // A card on the host bus has the chip's name and none of its scale-up links.
  if (part.gpu?.family === 'other' || part.accelerator === null || /PCIe|\bRTX\b/i.test(part.accelerator))
    return undefined;
  const { accelerator } = part;
  return NAMES.find(([pattern]) => pattern.test(accelerator))?.[1];
}

function createOwn(
  part: ServerPart,
  gpu: GpuFacts,
  rates: NonNullable<GpuFacts['collectives']>,
  base: Platform,
): Platform {
  return {
    ...base,
    id: `own-${part.id}`,
    name: part.accelerator ?? part.model,
    family: gpu.family ?? base.family,
    ringGBps: rates.ringGBps,
    isRingPerPeer: false,
    ringAcrossGBps: rates.ringGBps,
    allToAllGBps: rates.allToAllGBps,
    inSwitchGBps: rates.inSwitchReductionGBps,
    inSwitchMinGpus: base.inSwitchMinGpus,
    hopUs: rates.hopUs,
    source: `part ${part.id}`,
    isMeasured: false,
  };
}

function createGeneric(part: ServerPart): Platform {
  const stated = part.gpu?.scaleUpGBps ?? null;
  const vendor = /NVIDIA/i.test(part.accelerator ?? '')
    ? 'nvidia'
    : /AMD|Instinct/i.test(part.accelerator ?? '')
      ? 'amd'
      : 'other';
  const name = part.accelerator ?? GENERIC.name;
  if (stated === null || stated === 0) return { ...GENERIC, vendor, name };
  const rate = RING_SHARE_OF_STATED * stated;
  return { ...GENERIC, vendor, name, ringGBps: rate, ringAcrossGBps: rate, allToAllGBps: rate };
}

/** No estimate goes beyond the link that the part states. */
function capAtStatedRate(platform: Platform, statedGBps: number | null): Platform {
  if (statedGBps === null || statedGBps === 0) return platform;
  const cap = (rate: number): number => Math.min(rate, statedGBps);
  return {
    ...platform,
    ringGBps: cap(platform.ringGBps),
    ringAcrossGBps: cap(platform.ringAcrossGBps),
    allToAllGBps: cap(platform.allToAllGBps),
    inSwitchGBps: platform.inSwitchGBps === null ? null : cap(platform.inSwitchGBps),
  };
}
