/** The most a network holds, found by growing the generator's requirements until they no longer fit. */
import { type Answer, type MetricRule, type Question, skip, value } from './metric.ts';
import { countGpus } from './devices.ts';
import { countMembers, isEndpointGroup } from './select.ts';

export const limitMetrics: readonly MetricRule[] = [
  { pattern: /^max_|_max$|^(largest|maximum|capacity)_|_(limit|capacity)$/, answer: answerLimit },
];

function answerLimit({ name, drawn }: Question): Answer | null {
  const isGpu = name.words.some((word) => ['gpu', 'xpu', 'accelerator', 'chip', 'endpoint'].includes(word));
  const isNode = name.words.some((word) => ['node', 'server', 'host', 'system'].includes(word));
  if (!isGpu && !isNode) return null;
  const nodes = drawn.capacity();
  if (nodes === null) return skip('the network of the case has no limit that growing its inputs would meet');
  if (isNode) return value(nodes, 'machines; one more does not fit');
  const { netlist } = drawn;
  const hosts = netlist.groups.flatMap((group, index) => (isEndpointGroup(group) ? [index] : []));
  const gpusPerNode = countGpus(netlist) / countMembers(netlist, hosts);
  return value(nodes * gpusPerNode, `${nodes} machines of ${gpusPerNode} GPUs; one more does not fit`);
}
