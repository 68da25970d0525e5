/** All-to-all throughput from the loads of a path survey. */
import type { Netlist } from '../netlist/netlist.ts';
import type { AllToAll } from './bandwidth-report.ts';
import type { PathSurvey } from './path-survey.ts';

/** Loads are sums of many equal shares; this close to full they are full. */
const ROUNDING = 1e-9;

export function computeAllToAll(netlist: Netlist, survey: PathSurvey): AllToAll {
  const { channels, load, method } = survey;
  const { byPort, byCapacity, byPath } = load.loads;
  const port = findBusiest(byPort, channels.capacityGbps);
  const isWhole = load.unreachablePairs === 0;
  const share = (utilisation: number): number => (!isWhole ? 0 : utilisation <= 1 + ROUNDING ? 1 : 1 / utilisation);
  const ecmp = share(port.utilisation);
  const others = [byCapacity, byPath].map((loads) => share(findBusiest(loads, channels.capacityGbps).utilisation));
  const busiestLink = port.channel < 0 ? undefined : netlist.links[channels.link[port.channel] as number];
  return {
    ecmp,
    spray: ecmp,
    adaptive: Math.max(ecmp, ...others),
    unreachablePairs: Math.round(load.unreachablePairs),
    busiestLinkId: busiestLink?.linkId ?? null,
    busiestLoad: port.utilisation,
    isEstimate: method === 'sample',
  };
}

function findBusiest(loads: Float64Array, capacity: Float64Array): { channel: number; utilisation: number } {
  let channel = -1;
  let utilisation = 0;
  for (let i = 0; i < loads.length; i += 1) {
    const own = (loads[i] as number) / (capacity[i] as number);
    if (own <= utilisation * (1 + ROUNDING)) continue;
    utilisation = own;
    channel = i;
  }
  return { channel, utilisation };
}
