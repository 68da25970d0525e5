/**
 * Flow plans of traffic that is no collective: members to storage and back, or among themselves. It takes the first fabric that
 * joins both sides, the one built for it before others.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import type { NetFabric, Netlist, Traffic } from '../../netlist/netlist.ts';
import type { SimConstants } from '../constants.ts';
import { listMemberCables, type MemberCables } from '../member-cables.ts';
import { FlowList } from './flow-list.ts';
import { computeOwnUs, type FlowPlan, type PlanCables } from './flow-plan.ts';
import type { PortFlows } from './router.ts';

/** Fabrics by purpose, the most fitting first. */
const STORAGE_ORDER = ['storage', 'frontend', 'inband', 'compute'];
const FRONTEND_ORDER = ['frontend', 'compute', 'inband', 'storage'];
/** Storage servers that one cable spreads its data over, at most. */
const MOST_STRIPES = 16;

const LABELS = {
  storage: 'Reading from storage',
  checkpoint: 'Writing a checkpoint',
  backup: 'Backup to storage',
  inference: 'Requests between servers',
} as const;

type PairClass = keyof typeof LABELS;

/** `own`: members of the traffic. */
export function planPairs(
  netlist: Netlist,
  traffic: Traffic & { readonly trafficClass: PairClass },
  own: readonly number[],
  constants: SimConstants,
): Result<FlowPlan, string> {
  const isAmong = traffic.trafficClass === 'inference';
  const others = isAmong ? own : listStorage(netlist);
  if (own.length < (isAmong ? 2 : 1)) return fail(`${traffic.name} has no working members to talk to each other.`);
  if (others.length === 0) return fail(`${traffic.name} finds no working storage in the design.`);
  const sides = findFabric(netlist, own, others, isAmong ? FRONTEND_ORDER : STORAGE_ORDER);
  if (sides === null)
    return fail(`${traffic.name}: no fabric joins its members to ${isAmong ? 'each other' : 'storage'}.`);
  const list = new PortList(sides.cables, netlist);
  const flows = isAmong
    ? pairUp(list, sides.own, traffic.sizeBytes)
    : stripe(list, sides.own, sides.others, traffic.sizeBytes, traffic.trafficClass === 'storage');
  const phases = [{ label: LABELS[traffic.trafficClass], flows, scaleUpUs: 0 }];
  const cables = list.finish();
  return ok({
    jobId: traffic.id,
    name: traffic.name,
    fabricIndex: sides.fabricIndex,
    cables,
    phases,
    overheadUs: constants.sendRecvUs,
    idealUs: constants.sendRecvUs + computeOwnUs(phases, cables, constants.goodputShare),
    sizeBytes: traffic.sizeBytes,
    busFactor: 1,
    notes: [
      `${traffic.name}: every member moves the given size, over ${(netlist.fabrics[sides.fabricIndex] as NetFabric).name}, again and again while the job runs.`,
    ],
  });
}

function listStorage(netlist: Netlist): number[] {
  const failed = netlist.failures?.memberFailed;
  return netlist.groups
    .filter((group) => group.role === 'storage')
    .flatMap((group) => Array.from({ length: group.count }, (_, i) => group.firstMember + i))
    .filter((member) => failed?.[member] !== 1);
}

interface Sides {
  readonly fabricIndex: number;
  readonly cables: MemberCables;
  /** Members with a cable in the fabric. */
  readonly own: readonly number[];
  readonly others: readonly number[];
}

function findFabric(
  netlist: Netlist,
  own: readonly number[],
  others: readonly number[],
  order: readonly string[],
): Sides | null {
  const isCabled = new Uint8Array(netlist.memberCount);
  for (const member of [...own, ...others]) isCabled[member] = 1;
  const byPurpose = netlist.fabrics
    .map(({ purpose }, fabricIndex) => ({ fabricIndex, rank: order.indexOf(purpose) }))
    .filter(({ rank }) => rank >= 0)
    .sort((x, y) => x.rank - y.rank);
  for (const { fabricIndex } of byPurpose) {
    const links = netlist.links.filter((link) => link.fabric === fabricIndex && link.connectionCount > 0);
    const cables = listMemberCables(netlist, { fabricIndex, links, isCabled });
    const hasCable = (member: number): boolean =>
      (cables.first[member + 1] as number) > (cables.first[member] as number);
    const sides = { fabricIndex, cables, own: own.filter(hasCable), others: others.filter(hasCable) };
    if (sides.own.length >= (own === others ? 2 : 1) && sides.others.length > 0) return sides;
  }
  return null;
}

/** Numbers the working cables of the members it is asked about. */
class PortList {
  private readonly connection: number[] = [];
  private readonly ownMember: number[] = [];
  private readonly farMember: number[] = [];
  private readonly gbps: number[] = [];
  private readonly portsOf = new Map<number, number[]>();
  private readonly cables: MemberCables;
  private readonly failed: Uint8Array | null;

  constructor(cables: MemberCables, netlist: Netlist) {
    this.cables = cables;
    this.failed = netlist.failures?.connectionFailed ?? null;
  }

  list(member: number): readonly number[] {
    const known = this.portsOf.get(member);
    if (known !== undefined) return known;
    const ports: number[] = [];
    const { first, connection, farMember, gbps } = this.cables;
    for (let i = first[member] as number; i < (first[member + 1] as number); i += 1) {
      if (this.failed?.[connection[i] as number] === 1) continue;
      ports.push(this.connection.length);
      this.connection.push(connection[i] as number);
      this.ownMember.push(member);
      this.farMember.push(farMember[i] as number);
      this.gbps.push(gbps[i] as number);
    }
    this.portsOf.set(member, ports);
    return ports;
  }

  finish(): PlanCables {
    return {
      connection: Uint32Array.from(this.connection),
      ownMember: Uint32Array.from(this.ownMember),
      farMember: Uint32Array.from(this.farMember),
      gbps: Float64Array.from(this.gbps),
    };
  }
}

/** Each member to the one half a round further, over all its cables. */
function pairUp(list: PortList, members: readonly number[], sizeBytes: number): PortFlows {
  const flows = new FlowList();
  const half = Math.floor(members.length / 2);
  members.forEach((member, index) => {
    const ports = list.list(member);
    const partners = list.list(members[(index + half) % members.length] as number);
    if (partners.length === 0) return;
    ports.forEach((port, i) => {
      flows.add(port, partners[i % partners.length] as number, sizeBytes / ports.length, i);
    });
  });
  return flows.finish();
}

/** Dealt over all storage servers and their cables in turn; every cable of a member spreads over as many as there are to go round. */
function stripe(
  list: PortList,
  members: readonly number[],
  storage: readonly number[],
  sizeBytes: number,
  isRead: boolean,
): PortFlows {
  const flows = new FlowList();
  const targets = storage.flatMap((member) => list.list(member));
  const sourceCount = members.reduce((sum, member) => sum + list.list(member).length, 0);
  if (targets.length === 0 || sourceCount === 0) return flows.finish();
  const stripes = Math.min(MOST_STRIPES, Math.ceil(targets.length / sourceCount));
  let next = 0;
  for (const member of members) {
    const ports = list.list(member);
    for (const port of ports) {
      for (let i = 0; i < stripes; i += 1) {
        const target = targets[next % targets.length] as number;
        next += 1;
        const bytes = sizeBytes / (ports.length * stripes);
        if (isRead) flows.add(target, port, bytes, i);
        else flows.add(port, target, bytes, i);
      }
    }
  }
  return flows.finish();
}
