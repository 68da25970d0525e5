/**
 * The one table of modelling constants: what the published measurements and library sources say, each with its unit, its
 * source and its date. A scenario overrides any of them by id.
 */

/** What a user may see and change. */
export interface SimConstant {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  /** ISO date on which it was gathered. */
  readonly asOf: string;
  readonly min: number;
  readonly max: number;
}

const AS_OF = '2026-11-21';
const NCCL = 'https://github.com/NVIDIA/nccl/blob/master/src/graph/tuning.cc';
const FITTED = 'fitted on published nccl-tests and rccl-tests runs';
const EFA = 'https://github.com/aws/aws-ofi-nccl';

/** Rows of the table: id, label, value, unit, source, least and greatest sensible value. */
const ROWS = [
  ['goodputShare', 'Share of the line rate that carries payload', 0.955, 'share', FITTED, 0.5, 1],
  ['baseUs', 'Start of a collective', 6.5, 'us', FITTED, 0, 100],
  ['amdBaseExtraUs', 'Start of a collective, AMD, on top', 4, 'us', FITTED, 0, 100],
  ['ll128BaseUs', 'Start of a collective under LL128', 14, 'us', NCCL, 0, 100],
  ['simpleBaseUs', 'Start of a collective under Simple', 8.4, 'us', NCCL, 0, 100],
  ['ll128HopExtraUs', 'Scale-up hop under LL128, above that of LL', 1.3, 'us', NCCL, 0, 100],
  ['simpleHopUs', 'Scale-up hop under Simple, ring', 3.4, 'us', NCCL, 0, 100],
  ['treeSimpleHopUs', 'Scale-up hop under Simple, tree', 4, 'us', NCCL, 0, 100],
  ['simpleFarExtraUs', 'Scale-out hop under Simple, above that of LL', 9, 'us', NCCL, 0, 100],
  ['growthShare', 'Growth of short-message latency for each doubling of size above 8 B', 0.02, 'share', FITTED, 0, 0.2],
  ['gatherGrowthShare', 'The same for all-gather and reduce-scatter', 0.01, 'share', FITTED, 0, 0.2],
  ['ringFill', 'Weight of pipeline fill, ring', 0.08, 'factor', FITTED, 0, 1],
  ['treeFill', 'Weight of pipeline fill, tree', 0.55, 'factor', FITTED, 0, 1],
  ['nvlsFill', 'Weight of pipeline fill, in-switch reduction', 0.4, 'factor', FITTED, 0, 1],
  ['nvlsBlackwellFill', 'Weight of pipeline fill, in-switch reduction, Blackwell', 0.55, 'factor', FITTED, 0, 1],
  ['nvlsTreeFill', 'Weight of pipeline fill, NVLSTree', 0.55, 'factor', FITTED, 0, 1],
  ['allToAllFill', 'Weight of pipeline fill, all-to-all', 0.5, 'factor', FITTED, 0, 1],
  ['broadcastFill', 'Weight of pipeline fill, broadcast', 0.55, 'factor', FITTED, 0, 1],
  ['ll128Share', 'Share of bandwidth under LL128', 0.92, 'share', NCCL, 0.1, 1],
  ['ll128FarShare', 'Further share of it across domains, tree and gather', 0.35, 'share', FITTED, 0.1, 1],
  ['llCapAmpereGBps', 'Ceiling of LL in one domain, A100', 87.7, 'GB/s', NCCL, 1, 1000],
  ['llCapHopperGBps', 'Ceiling of LL in one domain, Hopper and AMD', 141, 'GB/s', NCCL, 1, 1000],
  ['llCapBlackwellGBps', 'Ceiling of LL in one domain, Blackwell', 282, 'GB/s', NCCL, 1, 1000],
  ['llCapTwoDomainsGBps', 'Ceiling of LL over two domains', 39, 'GB/s', NCCL, 1, 1000],
  ['llCapManyDomainsGBps', 'Ceiling of LL over three domains and more', 30, 'GB/s', FITTED, 1, 1000],
  ['nvlsLargeDomainShare', 'In-switch reduction above 16 GPUs', 0.85, 'share', FITTED, 0.1, 1],
  ['nvlsTreeShare', 'In-switch reduction as a stage of NVLSTree', 0.97, 'share', FITTED, 0.1, 1],
  ['nvlsUs', 'Latency of in-switch reduction', 25, 'us', NCCL, 0, 500],
  ['nvlsPerGpuUs', 'The same for each GPU of a domain above eight', 3, 'us', FITTED, 0, 100],
  ['nvlsTreeHopUs', 'Scale-out hop of NVLSTree', 20.9, 'us', NCCL, 0, 500],
  ['sharpHopUs', 'Latency of reduction in the scale-out switches', 18, 'us', NCCL, 0, 500],
  ['collNetHopUs', 'The same without in-switch reduction in the domain', 31, 'us', NCCL, 0, 500],
  ['sendRecvUs', 'Posting and completing one send', 4, 'us', FITTED, 0, 500],
  ['hopInfiniBandUs', 'Scale-out hop: InfiniBand', 5, 'us', NCCL, 0, 1000],
  ['hopInfiniBandBlackwellUs', 'Scale-out hop: InfiniBand, Blackwell hosts', 6.5, 'us', FITTED, 0, 1000],
  ['hopSlingshotUs', 'Scale-out hop: Slingshot 11', 5, 'us', 'https://github.com/NREL/ESIFHPC4', 0, 1000],
  ['hopRoceUs', 'Scale-out hop: RoCE', 11, 'us', FITTED, 0, 1000],
  ['hopRoceAmdUs', 'Scale-out hop: RoCE, AMD hosts', 8.5, 'us', FITTED, 0, 1000],
  ['hopRoceSriovUs', 'Scale-out hop: RoCE through SR-IOV', 12, 'us', FITTED, 0, 1000],
  ['hopEfaV1Us', 'Scale-out hop: EFA v1', 73, 'us', EFA, 0, 1000],
  ['hopEfaV2Us', 'Scale-out hop: EFA v2', 27, 'us', EFA, 0, 1000],
  ['hopEfaV3Us', 'Scale-out hop: EFA v3 and v4', 19, 'us', EFA, 0, 1000],
  ['hopTcpxoUs', 'Scale-out hop: GPUDirect-TCPXO', 45, 'us', FITTED, 0, 2000],
  ['hopTcpxoAllReduceUs', 'Scale-out hop: GPUDirect-TCPXO, all-reduce', 54, 'us', FITTED, 0, 2000],
  ['hopTcpxoGatherUs', 'Scale-out hop: GPUDirect-TCPXO, all-gather', 32, 'us', FITTED, 0, 2000],
  ['hopTcpxUs', 'Scale-out hop: GPUDirect-TCPX', 400, 'us', FITTED, 0, 2000],
  [
    'referenceOneWayUs',
    'One-way time of the paths that the hops were measured on',
    1.85,
    'us',
    'https://github.com/oracle-quickstart/oci-gpu-quickstarts',
    0,
    100,
  ],
  [
    'rhoAdaptive',
    'Share of the line rate under adaptive routing, more than one switch on the way',
    0.96,
    'share',
    'vendor figures 0.95 to 0.97: https://cloudswit.ch/?p=21382',
    0.1,
    1,
  ],
  ['rhoSpray', 'Share of the line rate under packet spraying', 0.96, 'share', 'as adaptive routing', 0.1, 1],
  [
    'rhoEcmpQp',
    'Share of the line rate under ECMP over several queue pairs',
    0.875,
    'share',
    '0.88 measured on 16 GPUs: https://cloudswit.ch/?p=21382; range 0.85 to 0.90',
    0.1,
    1,
  ],
  [
    'rhoEcmp',
    'Share of the line rate under ECMP by 5-tuple',
    0.72,
    'share',
    'middle of 0.60 (vendor, large) and 0.85 (small test): https://cloudswit.ch/?p=21382',
    0.1,
    1,
  ],
  [
    'gradientBytes',
    'A gradient on the wire: FP32 4, BF16 2',
    4,
    'B',
    'FP32 in Llama 3 (arXiv 2407.21783) and by default in Megatron-LM',
    2,
    4,
  ],
  [
    'checkpointBytes',
    'A parameter in a resumable checkpoint: weights 2, master 4, moments 8',
    14,
    'B',
    'arXiv 1910.02054, section 3.1',
    2,
    20,
  ],
  ['hostLinkGBps', 'GPU to host memory, one GPU', 50, 'GB/s', 'PCIe 5.0 x16: 63 GB/s less protocol', 5, 1000],
] as const;

export type ConstantId = (typeof ROWS)[number][0];

/** Value of every constant, overrides applied. */
export type SimConstants = Readonly<Record<ConstantId, number>>;

export const SIM_CONSTANTS: readonly (SimConstant & { readonly id: ConstantId })[] = ROWS.map(
  ([id, label, value, unit, source, min, max]) => ({ id, label, value, unit, source, asOf: AS_OF, min, max }),
);

/** The table's values with a user's own in their place, held between min and max; unknown ids are left aside. */
export function resolveConstants(overrides: Readonly<Record<string, number>>): SimConstants {
  const entries = SIM_CONSTANTS.map(({ id, value, min, max }) => {
    const own = overrides[id];
    return [id, own === undefined || Number.isNaN(own) ? value : Math.min(max, Math.max(min, own))] as const;
  });
  return Object.fromEntries(entries) as Record<ConstantId, number>;
}
