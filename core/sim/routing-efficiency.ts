/**
 * rho: the share of the line rate that the routing lets through. One where no cable between switches is used. Adaptive routing,
 * spraying and hashing over several queue pairs have measured shares; hashing by 5-tuple throws flows on uplinks like balls into
 * bins, and the fullest uplink sets the pace.
 */
import { findMost } from '../base/find-most.ts';
import { createRandom } from '../base/random.ts';
import type { Collective, NetFabric, Netlist, Scenario } from '../netlist/netlist.ts';
import type { SimConstants } from './constants.ts';
import type { CutMeter, LoadKind } from './cut-meter.ts';
import type { JobPlacement } from './job-placement.ts';
import { measureNicShare } from './nic-share.ts';

/** Peers that a GPU sends to at once in an all-to-all: one work item of the collective library. */
const PEERS_AT_ONCE = 8;
const SEED = 1;
const MOST_TRIALS = 200;
const MOST_BALLS = 20_000;

export function findRoutingEfficiency(
  netlist: Netlist,
  placement: JobPlacement,
  scenario: Scenario,
  meter: CutMeter,
  constants: SimConstants,
): number {
  const kind = getLoadKind(scenario.collective);
  const lowest = meter.levels[0];
  const isCrossing = lowest === undefined || lowest.loads[kind].out.some((bytes) => bytes > 0);
  if (!isCrossing) return 1;
  const { routing } = netlist.fabrics[placement.fabricIndex] as NetFabric;
  switch (scenario.routing === 'fabric' ? routing : scenario.routing) {
    case 'adaptive':
      return constants.rhoAdaptive;
    case 'spray':
      return constants.rhoSpray;
    case 'ecmp-qp':
      return constants.rhoEcmpQp;
    case 'ecmp': {
      if (scenario.constants['rhoEcmp'] !== undefined || !placement.trunk.isTiered) return constants.rhoEcmp;
      // More queue pairs never hash worse.
      return Math.min(constants.rhoEcmpQp, estimateHashing(placement, meter, kind));
    }
  }
}

function getLoadKind(collective: Collective): LoadKind {
  if (collective === 'all-to-all') return 'allToAll';
  return collective === 'send-recv' ? 'sendRecv' : 'ring';
}

interface Throw {
  readonly flowCount: number;
  readonly uplinkCount: number;
  /** What one flow asks of one uplink, share of its rate. */
  readonly flowShare: number;
}

function estimateHashing(placement: JobPlacement, meter: CutMeter, kind: LoadKind): number {
  const worst = findFullest(placement, meter, kind);
  return worst === null ? 1 : simulateThrows(worst);
}

/** The switch with the most flows an uplink, all servers sending at line rate. */
function findFullest(placement: JobPlacement, { levels }: CutMeter, kind: LoadKind): Throw | null {
  const lowest = levels[0];
  if (lowest === undefined) return null;
  const { level, loads } = lowest;
  const cableGbps = findMost(placement.domains.cables.gbps);
  const fullestLoad = findNicLoad(placement, kind);
  const flowGbps = kind === 'allToAll' ? cableGbps / PEERS_AT_ONCE : cableGbps;
  let fullest: Throw | null = null;
  for (let unit = 0; unit < level.unitCount; unit += 1) {
    const uplinkCount = level.uplinkCount[unit] as number;
    const bytes = loads[kind].out[unit] as number;
    if (uplinkCount === 0 || bytes === 0) continue;
    const flowCount = Math.max(1, Math.round(bytes / fullestLoad / flowGbps));
    if (fullest !== null && flowCount / uplinkCount <= fullest.flowCount / fullest.uplinkCount) continue;
    const uplinkGbps = (level.uplinkGbps[unit] as number) / uplinkCount;
    fullest = { flowCount, uplinkCount, flowShare: flowGbps / uplinkGbps };
  }
  return fullest;
}

/** Bytes for one Gb/s of a domain's NICs. */
function findNicLoad(placement: JobPlacement, kind: LoadKind): number {
  const { groupSize } = placement;
  const { domainCount, nicsPerDomain, nicGbps } = measureNicShare(placement);
  if (kind === 'sendRecv') return 1 / nicGbps;
  const perDomain = groupSize / domainCount;
  const bytes = kind === 'allToAll' ? (perDomain * (groupSize - perDomain)) / groupSize : (groupSize - 1) / groupSize;
  return bytes / (nicsPerDomain * nicGbps);
}

/** Time with perfect spreading over the mean time of the fullest uplink. A flow alone on an uplink runs at its own rate. */
function simulateThrows({ flowCount, uplinkCount, flowShare }: Throw): number {
  const random = createRandom(SEED);
  const trials = Math.max(20, Math.min(MOST_TRIALS, Math.ceil(MOST_BALLS / flowCount)));
  const flowsOn = new Uint32Array(uplinkCount);
  let total = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    flowsOn.fill(0);
    let most = 0;
    for (let flow = 0; flow < flowCount; flow += 1) {
      const uplink = random.nextInt(uplinkCount);
      const own = (flowsOn[uplink] as number) + 1;
      flowsOn[uplink] = own;
      if (own > most) most = own;
    }
    total += Math.max(1, most * flowShare);
  }
  const ideal = Math.max(1, (flowCount / uplinkCount) * flowShare);
  return ideal / (total / trials);
}
