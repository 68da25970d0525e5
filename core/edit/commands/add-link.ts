/** Connects two port blocks; the first link of a new network brings its fabric along. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Design, Link } from '../../design/design.ts';
import { findRecord, isSafeId } from '../../design/records.ts';
import { checkLinkEnds } from '../check-link-ends.ts';
import { checkMedium } from '../check-medium.ts';
import { type CommandContext, type CommandEntry, refuse, refuseTaken, refuseUnknown } from '../command-entry.ts';
import { checkLinkValues, explainNoLink, findLinkSite } from '../link-rules.ts';
import { nameLink } from '../names.ts';
import { addFabric } from './fabrics.ts';

export const addLink: CommandEntry<'addLink'> = {
  describe: ({ link }, design) => `connect ${nameLink(design, link)}`,
  run(draft, { link, fabric }, context) {
    if (!isSafeId(link.id) || findRecord(draft.links, link.id)) return refuseTaken('link', link.id);
    if (fabric) {
      const refusal = addFabric.run(draft, { fabric }, context);
      if (refusal.length > 0) return refusal;
    }
    if (!findRecord(draft.fabrics, link.fabricId)) return refuseUnknown('fabric', link.fabricId);
    const refusal = checkNewLink(draft, link, context);
    if (refusal.length > 0) return refusal;
    draft.links[link.id] = { ...link, pairs: link.pattern === 'explicit' ? link.pairs : [] };
    return [];
  },
};

function checkNewLink(design: Design, link: Link, { catalog }: CommandContext): Diagnostic[] {
  const a = findLinkSite(design, catalog, link.a);
  if (!a.ok) return a.error;
  const b = findLinkSite(design, catalog, link.b);
  if (!b.ok) return b.error;
  const reason = explainNoLink(a.value, b.value);
  if (reason !== null) {
    return refuse('no-link', reason, { kind: 'device', id: link.a.deviceId }, { kind: 'device', id: link.b.deviceId });
  }
  const refusal = [...checkLinkValues(link, a.value, b.value), ...checkLinkEnds(link, a.value, b.value)];
  return refusal.length > 0 ? refusal : checkMedium(link.medium, catalog);
}
