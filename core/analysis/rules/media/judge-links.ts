/** What the rules on ports and media have in common: they compare facts of a link's parts, one comparison after another. */
import { toPlug } from '../../../catalog/cable-fit.ts';
import type { Pluggable } from '../../../catalog/cage-fit.ts';
import type { MediumSite } from '../../../catalog/medium-site.ts';
import type { Misfit } from '../../../catalog/misfit.ts';
import { type OpticsLink, toPluggable } from '../../../catalog/optics-fit.ts';
import type { TransceiverPart } from '../../../catalog/part.ts';
import { findHub, readSplitter, type Splitter, toTailPlug } from '../../../catalog/splitter-fit.ts';
import type { LinkCable, LinkFacts, LinkOptics } from '../link-facts.ts';
import type { RuleContext } from '../rule.ts';
import type { Tally } from '../tally.ts';

/** Books the comparisons of one link: misfits in one finding however many they are, unknown facts as reasons. */
export function judgeLink(tally: Tally, facts: LinkFacts, comparisons: readonly (Misfit | null)[]): void {
  const misfits: string[] = [];
  for (const found of comparisons) {
    if (found === null) tally.pass();
    else if (found.isProven) misfits.push(found.reason);
    else tally.skip(found.reason);
  }
  if (misfits.length === 0) return;
  const message = `${facts.name}: ${[...new Set(misfits)].join('; ')}.`;
  tally.fail({ message, where: facts.where, fix: facts.mediumFix }, misfits.length);
}

/** Something that goes into a cage: a module, or the plug of a direct-attach cable. */
export interface SeatedPlug {
  readonly plug: Pluggable;
  readonly site: MediumSite;
}

/** The plugs of a link, A end first; none where it has no cages to plug into or nothing is chosen. */
export function listPlugs({ a, b, optics, direct }: LinkFacts): SeatedPlug[] {
  if (!a.site || !b.site) return [];
  if (optics) {
    const hub = findHub(a.site, b.site);
    const splitter = optics.cable ? readSplitter(optics.cable) : null;
    return [
      { plug: seat(optics.transceiverA, hub === 'a' ? null : splitter), site: a.site },
      { plug: seat(optics.transceiverB, hub === 'b' ? null : splitter), site: b.site },
    ];
  }
  if (!direct || isTwistedPair(direct)) return [];
  return [
    { plug: toPlug(direct.cable, direct.endA), site: a.site },
    { plug: toPlug(direct.cable, direct.endB), site: b.site },
  ];
}

/** A module on the tails of a splitter runs fewer lanes than it has. */
function seat(transceiver: TransceiverPart, splitter: Splitter | null): Pluggable {
  const { connectorCount } = transceiver;
  const tailLanes = splitter?.tailLanes ?? null;
  if (tailLanes === null || connectorCount === null) return toPluggable(transceiver);
  return toTailPlug(transceiver, connectorCount, tailLanes);
}

export function isTwistedPair({ cable }: LinkCable): boolean {
  return cable.category === 'twisted_pair';
}

/** Checks one fact of every plug against its cage. Links without a medium cannot be checked. */
export function judgePlugs(
  context: RuleContext,
  tally: Tally,
  check: (plug: Pluggable, site: MediumSite) => Misfit | null,
): void {
  for (const facts of context.links) {
    if (skipUnsettled(tally, facts, 2)) continue;
    judgeLink(
      tally,
      facts,
      listPlugs(facts).map(({ plug, site }) => check(plug, site)),
    );
  }
}

/** Books a link without a medium as not checked; true when it did. */
export function skipUnsettled(tally: Tally, facts: LinkFacts, count: number): boolean {
  if (facts.optics || facts.direct) return false;
  tally.skip(`the medium of ${facts.name} is not settled`, count);
  return true;
}

const opticsLinks = new WeakMap<LinkFacts, OpticsLink | null>();

/** The optical links as the catalog's pair checks want them; the same object for every rule that asks. */
export function toOpticsLink(facts: LinkFacts, optics: LinkOptics): OpticsLink | null {
  const known = opticsLinks.get(facts);
  if (known !== undefined) return known;
  const { site: siteA } = facts.a;
  const { site: siteB } = facts.b;
  const link = siteA && siteB ? { ...optics, siteA, siteB } : null;
  opticsLinks.set(facts, link);
  return link;
}

/** Runs a check over every optical link; others are none of its business, links without a medium cannot be checked. */
export function judgeOptics(
  context: RuleContext,
  tally: Tally,
  count: number,
  check: (link: OpticsLink, optics: LinkOptics, facts: LinkFacts) => readonly (Misfit | null)[],
): void {
  for (const facts of context.links) {
    if (skipUnsettled(tally, facts, count) || !facts.optics) continue;
    const link = toOpticsLink(facts, facts.optics);
    if (link) judgeLink(tally, facts, check(link, facts.optics, facts));
  }
}

/** The fibre of an optical link, or null when none is chosen; that is booked as not checked. */
export function notChosenFibre(facts: LinkFacts): Misfit {
  return { reason: `no fibre is chosen for ${facts.name}`, isProven: false };
}
