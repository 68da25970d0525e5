/** Changes the wiring, speed, length, fabric or medium of links. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Design, Link } from '../../design/design.ts';
import { findRecord } from '../../design/records.ts';
import { checkMedium } from '../check-medium.ts';
import type { CommandArgs } from '../command.ts';
import { type CommandContext, type CommandEntry, refuse, refuseUnknown } from '../command-entry.ts';
import { checkLinkValues, findLinkSite } from '../link-rules.ts';
import { nameLink } from '../names.ts';

type Patch = CommandArgs['editLink']['patch'];

export const editLink: CommandEntry<'editLink'> = {
  describe({ id, patch }, design) {
    const name = nameLinkById(design, id);
    if (patch.speedGbps !== undefined) return `set ${name} to ${patch.speedGbps} Gb/s`;
    if (patch.pattern !== undefined) return `wire ${name} as ${patch.pattern}`;
    if (patch.medium !== undefined) return `change the medium of ${name}`;
    return `edit ${name}`;
  },
  run(draft, { id, patch }, context) {
    const link = findRecord(draft.links, id);
    if (!link) return refuseUnknown('link', id);
    if (patch.fabricId !== undefined && !findRecord(draft.fabrics, patch.fabricId)) {
      return refuseUnknown('fabric', patch.fabricId);
    }
    Object.assign(link, patch);
    settlePairs(draft, link, patch);
    return checkEdited(draft, link, patch, context);
  },
};

/** Going over to listed pairs starts from member by member; other patterns list none. */
function settlePairs(design: Design, link: Link, patch: Patch): void {
  if (link.pattern !== 'explicit') {
    if (link.pairs.length > 0) link.pairs = [];
    return;
  }
  if (patch.pattern === undefined || patch.pairs !== undefined || link.pairs.length > 0) return;
  const isSelf = link.a.deviceId === link.b.deviceId;
  const countA = findRecord(design.devices, link.a.deviceId)?.count ?? 0;
  const countB = findRecord(design.devices, link.b.deviceId)?.count ?? 0;
  const count = isSelf ? countA - 1 : Math.min(countA, countB);
  link.pairs = Array.from({ length: count }, (_, i) => [i, isSelf ? i + 1 : i]);
}

/** Only what the edit touches is checked: a link whose part left the catalog can still be given a length. */
function checkEdited(design: Design, link: Link, patch: Patch, { catalog }: CommandContext): Diagnostic[] {
  if (patch.medium !== undefined) {
    const refusal = checkMedium(patch.medium, catalog);
    if (refusal.length > 0) return refusal;
  }
  if (patch.speedGbps === undefined && patch.pattern === undefined && patch.pairs === undefined) return [];
  const a = findLinkSite(design, catalog, link.a);
  if (!a.ok) return a.error;
  const b = findLinkSite(design, catalog, link.b);
  if (!b.ok) return b.error;
  return checkLinkValues(link, a.value, b.value);
}

export const setLinkMedium: CommandEntry<'setLinkMedium'> = {
  describe({ ids }, design) {
    const [first] = ids;
    const what = ids.length === 1 && first !== undefined ? nameLinkById(design, first) : `${ids.length} links`;
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

function nameLinkById(design: Design, id: string): string {
  const link = findRecord(design.links, id);
  return link ? nameLink(design, link) : id;
}
