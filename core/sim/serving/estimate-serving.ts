/**
 * Serving with prefill and decode on separate servers: half of the job's scale-up domains work prompts off and send what they
 * leave to the other half, each GPU its share over its own NIC.
 */
import { formatCount } from '../../base/format-count.ts';
import type { Model, Netlist, Scenario } from '../../netlist/netlist.ts';
import { estimateCollective } from '../closed-form/estimate-collective.ts';
import type { SimConstants } from '../constants.ts';
import { readFabricInputs, readIdealInputs } from '../fabric-inputs.ts';
import type { JobPlacement } from '../job-placement.ts';
import type { RankGroups } from '../rank-groups.ts';
import { countKvBytesPerToken } from './kv-cache.ts';
import { findRequestPath } from './request-path.ts';
import type { ServingReport } from './serving-report.ts';

const US_PER_S = 1e6;

/** null with fewer than two scale-up domains, or when no way joins them. */
export function estimateServing(
  netlist: Netlist,
  scenario: Scenario,
  placement: JobPlacement,
  constants: SimConstants,
  model: Model,
): ServingReport | null {
  const prefillCount = Math.floor(placement.domains.count / 2);
  if (prefillCount === 0) return null;
  const paired = { ...placement, ...pairDomains(placement, prefillCount) };
  const kvBytesPerToken = countKvBytesPerToken(model);
  const kvBytesPerPrompt = kvBytesPerToken * model.sequenceLength;
  const sizeBytes = kvBytesPerPrompt / (paired.groupCount / prefillCount);
  const request = { collective: 'send-recv', sizeBytes, algorithm: 'auto', protocol: 'auto' } as const;
  const asked: Scenario = { ...scenario, collective: 'send-recv' };
  const drawn = estimateCollective(readFabricInputs(netlist, paired, asked, constants), request, constants);
  const ideal = estimateCollective(readIdealInputs(netlist, paired, asked), request, constants);
  if (drawn.impossible !== null) return null;
  return {
    promptTokens: model.sequenceLength,
    kvBytesPerToken,
    kvBytesPerPrompt,
    prefillCount,
    kvTransferUs: drawn.timeUs,
    idealKvTransferUs: ideal.timeUs,
    bottleneck: drawn.bottleneck,
    promptsPerSecond: (prefillCount * US_PER_S) / drawn.timeUs,
    request: findRequestPath(netlist),
    notes: [
      `Half of the ${formatCount(placement.domains.count)} scale-up domains prefill and send to the other half, a whole prompt of ${model.sequenceLength} tokens at once; engines that send layer by layer hide most of it.`,
      'The way of a request is without load: queues at busy ports, load balancers and the servers themselves come on top.',
    ],
  };
}

/** Each rank of the first half of the domains with its counterpart in the second; domains may differ in size. */
function pairDomains({ domains: { firstRank } }: JobPlacement, prefillCount: number): RankGroups {
  const ranks: number[] = [];
  for (let domain = 0; domain < prefillCount; domain += 1) {
    const from = firstRank[domain] as number;
    const to = firstRank[domain + prefillCount] as number;
    const count = Math.min(
      (firstRank[domain + 1] as number) - from,
      (firstRank[domain + prefillCount + 1] as number) - to,
    );
    for (let i = 0; i < count; i += 1) ranks.push(from + i, to + i);
  }
  return { groupCount: ranks.length / 2, groupSize: 2, groupRanks: Uint32Array.from(ranks) };
}
