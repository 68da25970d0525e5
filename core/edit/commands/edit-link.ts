/** Changes the wiring, speed, length, fabric or medium of links. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Design, Link, LinkEnd } from '../../design/design.ts';
import { getMemberRun } from '../../design/member-run.ts';
import { findRecord } from '../../design/records.ts';
import { checkLinkEnds } from '../check-link-ends.ts';
import { checkMedium } from '../check-medium.ts';
import type { LinkPatch } from '../command.ts';
import { type CommandContext, type CommandEntry, refuse, refuseUnknown } from '../command-entry.ts';
import { checkLinkValues, findLinkSite } from '../link-rules.ts';
import { nameObject } from '../names.ts';

export const editLink: CommandEntry<'editLink'> = {
  describe({ id, patch }, design) {
    const name = nameObject(design, 'link', id);
    if (patch.speedGbps !== undefined) return `set ${name} to ${patch.speedGbps} Gb/s`;
    if (patch.pattern !== undefined) return `wire ${name} as ${patch.pattern}`;
    if (patch.medium !== undefined) return `change the medium of ${name}`;
    if (patch.members !== undefined) return `choose the members of ${name}`;
    if (patch.ports !== undefined) return `choose the ports of ${name}`;
    return `edit ${name}`;
  },
  run(draft, { id, patch }, context) {
    const link = findRecord(draft.links, id);
    if (!link) return refuseUnknown('link', id);
    if (patch.fabricId !== undefined && !findRecord(draft.fabrics, patch.fabricId)) {
      return refuseUnknown('fabric', patch.fabricId);
    }
    applyPatch(link, patch);
    settlePairs(draft, link, patch);
    return checkEdited(draft, link, patch, context);
  },
};

function applyPatch(link: Link, { podSizes, members, ports, ...rest }: LinkPatch): void {
  Object.assign(link, rest);
  if (podSizes === null) delete link.podSizes;
  else if (podSizes !== undefined) link.podSizes = { ...podSizes };
  for (const side of ['a', 'b'] as const) {
    const end: LinkEnd = link[side];
    const run = members?.[side];
    if (run === null) delete end.members;
    else if (run !== undefined) end.members = { ...run };
    const named = ports?.[side];
    if (named === null) delete end.ports;
    else if (named !== undefined) end.ports = { ...named };
  }
}

/** Going over to listed pairs starts from member by member; other patterns list none. */
function settlePairs(design: Design, link: Link, patch: LinkPatch): void {
  if (link.pattern !== 'explicit') {
    if (link.pairs.length > 0) link.pairs = [];
    return;
  }
  if (patch.pattern === undefined || patch.pairs !== undefined || link.pairs.length > 0) return;
  const runA = getMemberRun(link.a, findRecord(design.devices, link.a.deviceId) ?? { count: 0 });
  const runB = getMemberRun(link.b, findRecord(design.devices, link.b.deviceId) ?? { count: 0 });
  // Nobody meets itself: where both ends number the same members alike, each meets the next.
  const shift = link.a.deviceId === link.b.deviceId && runA.first === runB.first ? 1 : 0;
  const count = Math.max(0, Math.min(runA.count, runB.count - shift));
  link.pairs = Array.from({ length: count }, (_, i) => [i, i + shift]);
}

const wiringFields = ['speedGbps', 'pattern', 'pairs', 'members', 'ports'] as const;

/** Only what the edit touches is checked: a link whose part left the catalog can still be given a length. */
function checkEdited(design: Design, link: Link, patch: LinkPatch, { catalog }: CommandContext): Diagnostic[] {
  if (patch.medium !== undefined) {
    const refusal = checkMedium(patch.medium, catalog);
    if (refusal.length > 0) return refusal;
  }
  if (!wiringFields.some((field) => patch[field] !== undefined)) return [];
  const a = findLinkSite(design, catalog, link.a);
  if (!a.ok) return a.error;
  const b = findLinkSite(design, catalog, link.b);
  if (!b.ok) return b.error;
  return [...checkLinkValues(link, a.value, b.value), ...checkLinkEnds(link, a.value, b.value)];
}

export const setLinkMedium: CommandEntry<'setLinkMedium'> = {
  describe({ ids }, design) {
    const [first] = ids;
    const what = ids.length === 1 && first !== undefined ? nameObject(design, 'link', first) : `${ids.length} links`;
    return `change the medium of ${what}`;
  },
  run(draft, { ids, medium }, { catalog }) {
    const refusal = checkMedium(medium, catalog);
    if (refusal.length > 0) return refusal;
    if (ids.length === 0) return refuse('nothing', 'Select a link to change its medium.');
    for (const id of ids) {
      const link = findRecord(draft.links, id);
      if (!link) return refuseUnknown('link', id);
      link.medium = { ...medium };
    }
    return [];
  },
};
