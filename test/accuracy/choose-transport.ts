/** What carried the bytes, from the words of a measurement; the scale-out hop of the model goes by it. */
import type { Transport } from '#core/sim/collective-inputs.ts';
import type { Measurement } from './measurement.ts';

/** null = not said, or several; then as the drawn fabric has it. */
export function chooseTransport({ network, nic, system }: Measurement): Transport | null {
  const words = network ?? '';
  if (/TCPXO/i.test(words)) return 'tcpxo';
  if (/TCPX/i.test(words)) return 'tcpx';
  if (/EFA/i.test(words)) return chooseEfa(`${nic ?? ''} ${words} ${system ?? ''}`);
  if (/Slingshot/i.test(words)) return 'slingshot';
  // Spectrum-X reached from containers through virtual functions.
  if (/Spectrum/i.test(words)) return /OpenShift|Kubernetes|SR-IOV|\bk8s\b/i.test(system ?? '') ? 'roce-sriov' : 'roce';
  if (/RoCE|Ethernet|RDMA/i.test(words)) return 'roce';
  return /\bIB\b|InfiniBand/i.test(words) ? 'infiniband' : null;
}

function chooseEfa(words: string): Transport {
  if (/EFA ?v1|p4d|p4de|p3dn/i.test(words)) return 'efa-v1';
  if (/EFA ?v2|p5\.48/i.test(words)) return 'efa-v2';
  return 'efa-v3';
}
