/** The members of a group that a link end means: the run it names, or all. */
import type { Device, LinkEnd } from './design.ts';

export interface MemberRun {
  readonly first: number;
  readonly count: number;
}

export function getMemberRun(end: LinkEnd, device: Pick<Device, 'count'>): MemberRun {
  return end.members ?? { first: 0, count: device.count };
}
