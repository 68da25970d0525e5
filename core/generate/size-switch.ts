/** Shares the ports of a switch out between the tier below and the tier above, at the wanted ratio of bandwidths. */
import { fail, ok, type Result } from '../base/result.ts';
import type { PortBlock, SwitchPart } from '../catalog/part.ts';
import { findSwitchBlock } from './find-parts.ts';
import { countCages, countPorts, fitsBlock, type PortDemand } from './port-demand.ts';

export interface SwitchShare {
  readonly part: SwitchPart;
  readonly downBlock: PortBlock;
  /** Equal to `downBlock` when there is nothing above. */
  readonly upBlock: PortBlock;
  readonly down: number;
  readonly up: number;
}

export interface ShareWish {
  readonly part: SwitchPart;
  readonly downGbps: number;
  /** null = nothing above. */
  readonly upGbps: number | null;
  /** Bandwidth down : bandwidth up. */
  readonly ratio: number;
  /** Ports down; null = as many as fit, in multiples of `step`. */
  readonly down: number | null;
  /** Ports up; null = what the ratio asks for. */
  readonly up: number | null;
  readonly step: number;
  /** What else the down block carries beside so many ports down. */
  readonly reserve: (down: number) => readonly PortDemand[];
  /** Begins the sentence when it does not fit, e.g. 'A unit of 33 servers'. */
  readonly subject: string;
}

export function shareSwitch(wish: ShareWish): Result<SwitchShare, string> {
  const { part, downGbps, upGbps, step } = wish;
  const downBlock = findSwitchBlock(part, downGbps, 'down');
  if (!downBlock) return fail(explainNoSpeed(part, downGbps));
  const upBlock = upGbps === null ? downBlock : findUpBlock(part, upGbps, downBlock);
  if (!upBlock) return fail(explainNoSpeed(part, upGbps ?? downGbps));
  const countUp = (down: number): number => {
    if (upGbps === null) return 0;
    return wish.up ?? Math.ceil((down * downGbps) / (wish.ratio * upGbps) - 1e-9);
  };
  const create = (down: number): SwitchShare => ({ part, downBlock, upBlock, down, up: countUp(down) });
  if (wish.down !== null) {
    const share = create(wish.down);
    return fits(share, wish) ? ok(share) : fail(explainShare(share, wish));
  }
  const most = Math.floor(countPorts(downBlock, downGbps) / step) * step;
  for (let down = most; down > 0; down -= step) if (fits(create(down), wish)) return ok(create(down));
  return fail(explainShare(create(step), wish));
}

/** A block of uplinks when there is one; the ports of the tier below otherwise. */
function findUpBlock(part: SwitchPart, upGbps: number, downBlock: PortBlock): PortBlock | null {
  const block = findSwitchBlock(part, upGbps, 'up');
  if (block && block.role === 'uplink' && block.id !== downBlock.id) return block;
  return countPorts(downBlock, upGbps) > 0 ? downBlock : block;
}

function listDownDemands(share: SwitchShare, { downGbps, reserve }: ShareWish): PortDemand[] {
  return [{ speedGbps: downGbps, ports: share.down }, ...reserve(share.down)];
}

function fits(share: SwitchShare, wish: ShareWish): boolean {
  const down = listDownDemands(share, wish);
  const up = { speedGbps: wish.upGbps ?? wish.downGbps, ports: share.up };
  if (share.upBlock === share.downBlock) return fitsBlock(share.downBlock, [...down, up]);
  return fitsBlock(share.downBlock, down) && fitsBlock(share.upBlock, [up]);
}

function explainShare(share: SwitchShare, wish: ShareWish): string {
  const { part, downGbps, upGbps } = wish;
  const reserved = wish.reserve(share.down).filter(({ ports }) => ports > 0);
  const wanted = [
    `${share.down} x ${downGbps}G down`,
    ...(upGbps === null ? [] : [`${share.up} x ${upGbps}G up`]),
    ...reserved.map(({ ports, speedGbps }) => `${ports} x ${speedGbps}G beside them`),
  ].join(', ');
  const { downBlock } = share;
  const up = share.upBlock === downBlock ? [{ speedGbps: upGbps ?? downGbps, ports: share.up }] : [];
  const cages = countCages(downBlock, [...listDownDemands(share, wish), ...up]);
  const needed = cages === null ? 'speeds that it does not offer together' : `${cages} cages`;
  return `${wish.subject} needs ${wanted} on each ${part.model}: ${needed}; it has ${downBlock.cageCount ?? 0} cages, ${countPorts(downBlock, downGbps)} ports of ${downGbps}G.`;
}

function explainNoSpeed(part: SwitchPart, speedGbps: number): string {
  const offered = new Set(part.portBlocks.flatMap((block) => block.modes.map((mode) => `${mode.speedGbps}G`)));
  return `${part.model} has no ports of ${speedGbps}G; it offers ${[...offered].join(', ') || 'none that are known'}.`;
}
