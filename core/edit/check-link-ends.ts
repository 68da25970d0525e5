/** The members and ports a link names must be there. Whether the ports are free is for the analysis to say. */
import { formatCount } from '../base/format-count.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Link, LinkEnd } from '../design/design.ts';
import { getMemberRun } from '../design/member-run.ts';
import { refuse } from './command-entry.ts';
import type { LinkSite } from './link-rules.ts';

export function checkLinkEnds(link: Link, a: LinkSite, b: LinkSite): Diagnostic[] {
  for (const [end, site] of [
    [link.a, a],
    [link.b, b],
  ] as const) {
    const refusal = [...checkMembers(link, end, site), ...checkPorts(link, end, site)];
    if (refusal.length > 0) return refusal;
  }
  return checkPairs(link, a, b);
}

function checkMembers(link: Link, end: LinkEnd, { device }: LinkSite): Diagnostic[] {
  const { first, count } = getMemberRun(end, device);
  if (first + count <= device.count) return [];
  const message = `${device.name} has ${formatCount(device.count)} members, the link names members ${first + 1} to ${first + count}.`;
  return refuse('member-range', message, { kind: 'link', id: link.id });
}

function checkPorts(link: Link, { ports }: LinkEnd, { device, block }: LinkSite): Diagnostic[] {
  const mode = block.modes.find((candidate) => candidate.speedGbps === link.speedGbps);
  if (!ports || !mode || block.cageCount === null) return [];
  const owned = block.cageCount * mode.portsPerCage;
  if (ports.first < owned) return [];
  const message = `${device.name} has ${owned} ${block.id} ports at ${link.speedGbps} Gb/s, the link starts at port ${ports.first + 1}.`;
  return refuse('port-range', message, { kind: 'link', id: link.id });
}

/** Pairs number the members of each end's run. */
function checkPairs(link: Link, a: LinkSite, b: LinkSite): Diagnostic[] {
  const where = { kind: 'link', id: link.id } as const;
  const runA = getMemberRun(link.a, a.device);
  const runB = getMemberRun(link.b, b.device);
  for (const [memberA, memberB] of link.pairs) {
    for (const [{ device }, run, member] of [
      [a, runA, memberA],
      [b, runB, memberB],
    ] as const) {
      if (member < run.count) continue;
      const owner = run.count === device.count ? device.name : `The run of ${device.name}`;
      return refuse(
        'pair-range',
        `${owner} has ${formatCount(run.count)} members, the link names member ${member + 1}.`,
        where,
      );
    }
    if (a.device.id === b.device.id && runA.first + memberA === runB.first + memberB) {
      const message = `Member ${runA.first + memberA + 1} of ${a.device.name} cannot be linked to itself.`;
      return refuse('self-pair', message, where);
    }
  }
  return [];
}
