/** The power feeds of the design: switched here, edited on their own. */
import { Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Feed } from '#core/design/facilities.ts';
import { addFeed } from '../../store/add-facility.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { select } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Figure } from '../../ui/figure.tsx';
import { formatCount, formatNumber, formatPower } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { FeedSwitch } from './feed-switch.tsx';
import { LeadingButton } from '../leading-button.tsx';
import './feed-row.css';
import { ExplainedCount } from '../explained-count.tsx';

export function DesignFeeds(): ReactElement {
  const { feeds = {} } = useDesignStore(selectDesign);
  const list = Object.values(feeds);
  return (
    <Section
      title="Power feeds"
      aside={
        <ExplainedCount
          title="Power feeds of the design"
          unit="feeds"
          items={list.map(({ id, name }) => ({ name, refs: [{ kind: 'feed', id }] }))}
          filter="All that are drawn, switched on or off."
        />
      }
    >
      {list.length === 0 ? (
        <p className="inspector__note">None yet. With feeds drawn, losing one shows which racks go dark.</p>
      ) : null}
      <div className="inspector__rows">
        {list.map((feed) => (
          <FeedRow key={feed.id} feed={feed} />
        ))}
      </div>
      <FeedLosses />
      <div className="inspector__buttons">
        <Button onClick={addFeed}>
          <Plus size={14} /> Add a feed
        </Button>
      </div>
    </Section>
  );
}

function FeedRow({ feed }: { readonly feed: Feed }): ReactElement {
  const figures = useReportStore((state) => state.report?.facility.feeds.find((entry) => entry.feedId === feed.id));
  return (
    <div className="feed-row">
      <LeadingButton
        source={[`feed/max/${feed.id}`, `feed/usable/${feed.id}`, `feed/racks/${feed.id}`]}
        figure={feed.name}
        className="inspector__row"
        onClick={() => select([{ kind: 'feed', id: feed.id }])}
      >
        <span className="inspector__row-name">{feed.name}</span>
        <span className={figures?.isOverloaded ? 'inspector__over' : ''}>
          {figures ? <Figure sum={figures.maxW} format={formatPower} /> : ''}
        </span>
        {figures ? (
          <span className="inspector__row-note">
            {figures.usableW === null ? 'rating not known' : `of ${formatPower(figures.usableW)} usable`}
            {` \u00b7 ${formatCount(figures.rackCount, 'rack')}`}
          </span>
        ) : null}
      </LeadingButton>
      <FeedSwitch feed={feed} />
    </div>
  );
}

/** What the feeds that are off take with them. */
function FeedLosses(): ReactElement | null {
  const dark = useReportStore((state) => state.report?.facility.dark);
  if (!dark || dark.offFeedIds.length === 0) return null;
  const losses = [
    dark.rackCount > 0
      ? `${formatCount(dark.rackCount, 'rack')} dark${dark.gpuCount > 0 ? `, with ${formatNumber(dark.gpuCount)} GPUs` : ''}`
      : 'no rack dark',
    dark.overloadedRackCount > 0 ? `${formatCount(dark.overloadedRackCount, 'rack')} overloaded` : null,
    dark.overloadedFeedIds.length > 0 ? `${formatCount(dark.overloadedFeedIds.length, 'feed')} overloaded` : null,
  ].filter((loss) => loss !== null);
  const hurts = dark.rackCount + dark.overloadedRackCount + dark.overloadedFeedIds.length > 0;
  return (
    <p className={hurts ? 'inspector__over' : 'inspector__note'} role="status" data-testid="feed-losses">
      {formatCount(dark.offFeedIds.length, 'feed')} off: {losses.join(', ')}.
    </p>
  );
}
