import type { FeedFigures } from '../../facility-report.ts';
import type { Rule } from '../rule.ts';
import { tellUnknownPower } from './failing-racks.ts';
import type { Tally } from '../tally.ts';
import { formatKw, formatMaxKw } from '../../../base/format-kw.ts';

/** Loads are maxima: what the racks may draw at once. */
export const feedLoad: Rule = {
  id: 'power.feed',
  code: 'feed.overload',
  family: 'physical',
  severity: 'error',
  title: 'Feeds carry the racks on them, also when another feed fails',
  rationale:
    'Continuous load may take a share of a rating only (80 % in North America). The load of a feed that fails goes over to the others at once.',
  source: 'Follows from the ratings of the feeds and the PDUs on them',
  subject: 'feeds',
  check({ facility }, tally) {
    for (const feed of facility.feeds) {
      if (feed.isOff || feed.rackCount === 0) continue;
      if (feed.usableW === null) tally.skip(`the rating of ${feed.name} is not known`);
      else if (feed.isOverloaded === true) failNow(feed, feed.usableW, tally);
      else if (feed.worstLoss?.isOverloaded === true) failLoss(feed, feed.usableW, facility.feeds, tally);
      else if (feed.isOverloaded === null || feed.worstLoss?.isOverloaded === null) {
        const parts = new Set([...feed.maxW.unknownParts, ...(feed.worstLoss?.maxW.unknownParts ?? [])]);
        tally.skip(tellUnknownPower([...parts]));
      } else tally.pass();
    }
  },
};

function failNow({ feedId, name, maxW, ratedW, derating }: FeedFigures, usableW: number, tally: Tally): void {
  tally.fail({
    message: `${name} carries ${formatMaxKw(maxW.value, maxW.unknownCount)}, it may carry ${formatKw(usableW)} kW (${formatKw(ratedW ?? 0)} kW at ${Math.round(derating * 100)} %); move racks to another feed or enlarge it.`,
    where: [{ kind: 'feed', id: feedId }],
  });
}

function failLoss(
  { feedId, name, worstLoss }: FeedFigures,
  usableW: number,
  feeds: readonly FeedFigures[],
  tally: Tally,
): void {
  if (!worstLoss) return;
  const lost = feeds.find((feed) => feed.feedId === worstLoss.lostFeedId)?.name ?? worstLoss.lostFeedId;
  tally.fail({
    code: 'feed.loss',
    severity: 'warning',
    message: `When ${lost} fails, ${name} carries ${formatMaxKw(worstLoss.maxW.value, worstLoss.maxW.unknownCount)}, it may carry ${formatKw(usableW)} kW; enlarge it or spread the racks over more feeds.`,
    where: [
      { kind: 'feed', id: feedId },
      { kind: 'feed', id: worstLoss.lostFeedId },
    ],
  });
}
