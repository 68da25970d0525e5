/** The feeds: a switch, the load of each, and what it carries when another fails. */
import { Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import type { FacilityReport, FeedFigures } from '#core/analysis/facility-report.ts';
import type { Feed } from '#core/design/facilities.ts';
import { addFeed } from '../../store/add-facility.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { listUnfedRacks, spreadPdus } from '../../store/edit-feeds.ts';
import { select, useViewStore } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { formatAtLeast, formatCount, formatPartial, formatPercent, formatPower } from '../../ui/format.ts';
import { MeterBar } from '../../ui/meter-bar.tsx';
import { Explained, ExplainedSum } from '../explained.tsx';
import { FeedSwitch } from '../physical/feed-switch.tsx';

/** Beyond it the bar warns. */
const NEARLY_FULL = 0.9;

export function FeedStrip({ facility }: { readonly facility: FacilityReport }): ReactElement {
  const { feeds = {}, racks } = useDesignStore(selectDesign);
  const list = Object.values(feeds);
  const unfed = listUnfedRacks(racks);
  const [first, second] = list;
  return (
    <section className="power-feeds" aria-label="Feeds">
      {list.map((feed) => (
        <FeedCard
          key={feed.id}
          feed={feed}
          figures={facility.feeds.find((own) => own.feedId === feed.id)}
          nameOf={(id) => feeds[id]?.name ?? id}
        />
      ))}
      <div className="power-feeds__more">
        {list.length === 0 ? (
          <>
            <p>No feeds are drawn: nobody can tell what goes dark when one fails.</p>
            <Button onClick={addPair}>
              <Plus size={14} aria-hidden /> Add feeds A and B
            </Button>
          </>
        ) : (
          <Button tone="quiet" onClick={addFeed}>
            <Plus size={14} aria-hidden /> Add a feed
          </Button>
        )}
        {first && second && unfed.length > 0 ? (
          <Button onClick={() => spreadPdus(unfed, [first.id, second.id])}>
            Hang the PDUs of {formatCount(unfed.length, 'rack group')} on {first.name} and {second.name}, half each
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** Two sides, of which either may fail. */
function addPair(): void {
  addFeed();
  addFeed();
}

interface FeedCardProps {
  readonly feed: Feed;
  readonly figures: FeedFigures | undefined;
  readonly nameOf: (feedId: string) => string;
}

function FeedCard({ feed, figures, nameOf }: FeedCardProps): ReactElement {
  const isSelected = useViewStore((state) => state.selection.some(({ kind, id }) => kind === 'feed' && id === feed.id));
  const isOver = figures?.isOverloaded === true;
  return (
    <div
      className="power-feed"
      data-off={feed.isOff || undefined}
      data-over={isOver || undefined}
      data-testid={`feed-${feed.id}`}
    >
      <div className="power-feed__head">
        <button
          type="button"
          className="power-feed__name"
          aria-pressed={isSelected}
          onClick={() => select([{ kind: 'feed', id: feed.id }])}
        >
          {feed.name}
        </button>
        <FeedSwitch feed={feed} />
      </div>
      {figures ? <FeedLoad figures={figures} nameOf={nameOf} /> : null}
    </div>
  );
}

function FeedLoad({ figures, nameOf }: { figures: FeedFigures; nameOf: (feedId: string) => string }): ReactElement {
  const { feedId, name, maxW, usableW, maxShare, worstLoss, rackCount, isOff } = figures;
  return (
    <>
      {usableW === null ? null : (
        <MeterBar
          label="Watts of what is usable"
          used={Math.round(maxW.value)}
          total={Math.round(usableW)}
          warnAt={NEARLY_FULL}
        />
      )}
      <div className="power-feed__load">
        {isOff ? (
          'carries nothing'
        ) : (
          <>
            <ExplainedSum source={`feed/max/${feedId}`} figure={`Load of ${name}`} sum={maxW} format={formatPower} />
            {usableW === null ? (
              ', rating not known'
            ) : (
              <>
                {' of '}
                <Explained source={`feed/usable/${feedId}`} figure={`Usable of ${name}`} text={formatPower(usableW)} />{' '}
                usable,{' '}
                <Explained
                  source={`feed/share/${feedId}`}
                  figure={`Load of ${name}, of what is usable`}
                  text={formatAtLeast(formatPercent(maxShare), maxW.unknownCount)}
                />
              </>
            )}
          </>
        )}
      </div>
      <div className="power-feed__note">
        <Explained source={`feed/racks/${feedId}`} figure={`Racks on ${name}`} text={formatCount(rackCount, 'rack')} />
        {worstLoss && rackCount > 0 ? (
          <span className={worstLoss.isOverloaded ? 'view__over' : ''}>
            {' · '}
            <Explained
              source={`feed/loss/${feedId}`}
              figure={`Load of ${name} when another feed fails`}
              text={formatPartial(worstLoss.maxW, formatPower)}
            />
            {` without ${nameOf(worstLoss.lostFeedId)}${worstLoss.isOverloaded ? ', too much' : ''}`}
          </span>
        ) : null}
      </div>
    </>
  );
}
