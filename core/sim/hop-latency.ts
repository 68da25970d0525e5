/**
 * hn: what one scale-out step of a collective costs. Far more than the wire: proxy thread, posting, polling. Measured by
 * kind of network on short paths; a longer drawn path adds what it is longer.
 */
import type { CollectiveInputs } from './collective-inputs.ts';
import type { Collective } from '../netlist/netlist.ts';
import type { SimConstants } from './constants.ts';

export function computeHopUs(inputs: CollectiveInputs, collective: Collective, constants: SimConstants): number {
  const extra = inputs.oneWayUs - constants.referenceOneWayUs;
  return Math.max(0, classHopUs(inputs, collective, constants) + extra);
}

function classHopUs(
  { transport, platform }: CollectiveInputs,
  collective: Collective,
  constants: SimConstants,
): number {
  switch (transport) {
    case 'infiniband':
      return platform.family === 'blackwell' ? constants.hopInfiniBandBlackwellUs : constants.hopInfiniBandUs;
    case 'slingshot':
      return constants.hopSlingshotUs;
    case 'roce':
      return platform.vendor === 'amd' ? constants.hopRoceAmdUs : constants.hopRoceUs;
    case 'roce-sriov':
      return constants.hopRoceSriovUs;
    case 'efa-v1':
      return constants.hopEfaV1Us;
    case 'efa-v2':
      return constants.hopEfaV2Us;
    case 'efa-v3':
      return constants.hopEfaV3Us;
    case 'tcpx':
      return constants.hopTcpxUs;
    case 'tcpxo':
      return tcpxoHopUs(collective, constants);
  }
}

function tcpxoHopUs(collective: Collective, constants: SimConstants): number {
  switch (collective) {
    case 'all-reduce':
    case 'barrier':
      return constants.hopTcpxoAllReduceUs;
    case 'all-gather':
    case 'reduce-scatter':
    case 'broadcast':
      return constants.hopTcpxoGatherUs;
    default:
      return constants.hopTcpxoUs;
  }
}
