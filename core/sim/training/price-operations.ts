/** What one exchange of each kind takes on the drawn fabric and on an ideal one, all groups of its axis at work at once. */
import { fail, ok, type Result } from '../../base/result.ts';
import type { Collective, Layout, Netlist, Scenario } from '../../netlist/netlist.ts';
import { estimateCollective } from '../closed-form/estimate-collective.ts';
import type { CollectiveInputs } from '../collective-inputs.ts';
import type { SimConstants } from '../constants.ts';
import type { CollectiveEstimate } from '../estimate.ts';
import { readFabricInputs, readIdealInputs } from '../fabric-inputs.ts';
import type { JobPlacement } from '../job-placement.ts';
import { groupByAxis } from '../rank-groups.ts';
import type { Operation } from './operations.ts';

export interface OperationPrice {
  readonly operation: Operation;
  readonly groupSize: number;
  readonly drawn: CollectiveEstimate;
  readonly ideal: CollectiveEstimate;
}

interface GroupInputs {
  readonly drawn: CollectiveInputs;
  readonly ideal: CollectiveInputs;
}

/** The error names the exchange that cannot be done. */
export function priceOperations(
  netlist: Netlist,
  scenario: Scenario,
  placement: JobPlacement,
  constants: SimConstants,
  operations: readonly Operation[],
): Result<OperationPrice[], string> {
  const known = new Map<string, GroupInputs>();
  const prices: OperationPrice[] = [];
  for (const operation of operations) {
    const layout = operation.groupLayout ?? scenario.layout;
    const key = `${operation.axis} ${nameTraffic(operation.collective)} ${JSON.stringify(layout)}`;
    const inputs = known.get(key) ?? readInputs(netlist, scenario, placement, constants, operation, layout);
    known.set(key, inputs);
    const price = priceOperation(operation, inputs, constants);
    if (price.drawn.impossible !== null) {
      return fail(`${operation.label} (${operation.axis} parallel) cannot be done: ${price.drawn.impossible}`);
    }
    prices.push(price);
  }
  return ok(prices);
}

/** Hash collisions depend on who sends to whom: rings are alike. */
function nameTraffic(collective: Collective): string {
  return collective === 'all-to-all' || collective === 'send-recv' ? collective : 'ring';
}

function readInputs(
  netlist: Netlist,
  scenario: Scenario,
  placement: JobPlacement,
  constants: SimConstants,
  { axis, collective }: Operation,
  layout: Layout,
): GroupInputs {
  const grouped = { ...placement, ...groupByAxis(placement.groupRanks.length, layout, axis) };
  const asked: Scenario = { ...scenario, collective, layout, group: { kind: 'subgroup', axis } };
  return {
    drawn: readFabricInputs(netlist, grouped, asked, constants),
    ideal: readIdealInputs(netlist, grouped, asked),
  };
}

function priceOperation(operation: Operation, inputs: GroupInputs, constants: SimConstants): OperationPrice {
  const { collective, sizeBytes } = operation;
  // The library chooses for each exchange; an algorithm forced on the scenario's own collective does not bind training.
  const request = { collective, sizeBytes, algorithm: 'auto', protocol: 'auto' } as const;
  const price = (own: CollectiveInputs): CollectiveEstimate =>
    estimateCollective(thinOut(operation, own), request, constants);
  return { operation, groupSize: inputs.drawn.rankCount, drawn: price(inputs.drawn), ideal: price(inputs.ideal) };
}

/**
 * A token goes at most once to each other domain, and is copied to the experts inside. Over uniform routing that is
 * (N - 1) (1 - (1 - 1/N)^k) domains, or the router's limit, instead of k (N - 1) / N copies: NICs and cuts carry so much less.
 */
function thinOut({ routed }: Operation, inputs: CollectiveInputs): CollectiveInputs {
  const { domainCount } = inputs;
  if (!routed || domainCount < 2) return inputs;
  const { expertsPerToken, domainLimit } = routed;
  const copies = (expertsPerToken * (domainCount - 1)) / domainCount;
  const touched = Math.min(countRemoteDomains(domainCount, expertsPerToken), domainLimit ?? Number.POSITIVE_INFINITY);
  const share = Math.min(1, touched / copies);
  return {
    ...inputs,
    nicGbps: inputs.nicGbps / share,
    cuts: inputs.cuts.map((cut) => ({ ...cut, allToAll: cut.allToAll * share })),
  };
}

/** Other domains that a token of k experts reaches, spread evenly over N. */
export function countRemoteDomains(domainCount: number, expertsPerToken: number): number {
  return (domainCount - 1) * (1 - (1 - 1 / domainCount) ** expertsPerToken);
}
