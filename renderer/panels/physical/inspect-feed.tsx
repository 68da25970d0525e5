/** A power feed: its rating, whether it is on, what hangs on it, and what happens when it fails. */
import type { ReactElement } from 'react';
import type { FeedFigures } from '#core/analysis/facility-report.ts';
import type { Feed } from '#core/design/facilities.ts';
import type { CommandArgs } from '#core/edit/command.ts';
import { dispatch, selectDesign, useDesignStore } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { select } from '../../store/view-store.ts';
import { formatAtLeast, formatCount, formatNumber, formatPercent, formatPower } from '../../ui/format.ts';
import { MeterBar } from '../../ui/meter-bar.tsx';
import { FactList, Section } from '../../ui/section.tsx';
import { explainFact, explainSumFact } from '../explained-fact.tsx';
import { ObjectProblems } from '../inspect-device.tsx';
import { NameField } from '../name-field.tsx';
import { FeedSwitch } from './feed-switch.tsx';
import { QuantityField } from './quantity-field.tsx';
import { RemoveObject } from './remove-object.tsx';
import { LeadingButton } from '../leading-button.tsx';
import { ExplainedCount } from '../explained-count.tsx';

type Patch = CommandArgs['editFeed']['patch'];

export function InspectFeed({ feed }: { readonly feed: Feed }): ReactElement {
  const facility = useReportStore((state) => state.report?.facility);
  const figures = facility?.feeds.find((entry) => entry.feedId === feed.id);
  const edit = (patch: Patch): void => void dispatch({ name: 'editFeed', args: { id: feed.id, patch } });
  return (
    <>
      <header className="inspector__head">
        <div className="inspector__kind">Power feed</div>
        <NameField kind="feed" objectId={feed.id} value={feed.name} onCommit={(name) => edit({ name })} />
      </header>
      <Section title="Supply" aside={<FeedSwitch feed={feed} />}>
        <QuantityField
          label="Rating"
          unit="kW"
          decimals={3}
          min={0.001}
          value={feed.ratedKw}
          placeholder="not known"
          onCommit={(ratedKw) => edit({ ratedKw })}
          onClear={() => edit({ ratedKw: null })}
        />
        <QuantityField
          label="Usable share"
          unit="%"
          decimals={1}
          min={1}
          max={100}
          value={feed.derating * 100}
          hint="80 % under the continuous-load rule of North America, 100 % elsewhere."
          onCommit={(percent) => edit({ derating: percent / 100 })}
        />
      </Section>
      <ObjectProblems object={{ kind: 'feed', id: feed.id }} />
      {figures ? <FeedLoad figures={figures} /> : null}
      <FeedRacks feedId={feed.id} />
      <RemoveObject
        object={{ kind: 'feed', id: feed.id }}
        label="Remove the feed"
        note="PDUs on it stay, on no feed."
      />
    </>
  );
}

function FeedLoad({ figures }: { readonly figures: FeedFigures }): ReactElement {
  const { feedId, worstLoss } = figures;
  const lostName = useDesignStore((state) =>
    worstLoss ? (state.edit.design.feeds?.[worstLoss.lostFeedId]?.name ?? worstLoss.lostFeedId) : '',
  );
  return (
    <Section title="Load" aside={figures.isOff ? 'switched off' : null}>
      <FactList
        facts={[
          explainFact('PDUs on it', `feed/pdus/${feedId}`, formatNumber(figures.pduCount)),
          explainFact('Racks on it', `feed/racks/${feedId}`, formatNumber(figures.rackCount)),
          explainSumFact('Typical', `feed/typical/${feedId}`, figures.typicalW, formatPower),
          explainSumFact('Maximum', `feed/max/${feedId}`, figures.maxW, formatPower),
          explainFact('Usable', `feed/usable/${feedId}`, formatPower(figures.usableW)),
          figures.maxShare === null
            ? null
            : explainFact(
                'Of what is usable',
                `feed/share/${feedId}`,
                formatAtLeast(formatPercent(figures.maxShare), figures.maxW.unknownCount),
              ),
          worstLoss ? explainSumFact(`Without ${lostName}`, `feed/loss/${feedId}`, worstLoss.maxW, formatPower) : null,
        ]}
      />
      {figures.usableW === null ? null : (
        <MeterBar
          label="Watts of what is usable"
          used={Math.round(figures.maxW.value)}
          total={Math.round(figures.usableW)}
          {...(worstLoss ? { after: Math.round(worstLoss.maxW.value) } : {})}
          warnAt={0.9}
        />
      )}
      {worstLoss?.isOverloaded ? <p className="inspector__over">Overloaded when {lostName} fails.</p> : null}
    </Section>
  );
}

function FeedRacks({ feedId }: { readonly feedId: string }): ReactElement {
  const { racks } = useDesignStore(selectDesign);
  const own = Object.values(racks).filter((rack) => rack.pdus.some((pdu) => pdu.feedId === feedId));
  return (
    <Section
      title="Rack groups"
      aside={
        <ExplainedCount
          title="Rack groups on the feed"
          unit="groups"
          items={own.map(({ id, name }) => ({ name, refs: [{ kind: 'rack', id }] }))}
          filter="Those with a PDU that hangs on it."
        />
      }
    >
      {own.length === 0 ? (
        <p className="inspector__note">None yet. A rack names the feed of each of its PDUs.</p>
      ) : null}
      <div className="inspector__rows">
        {own.map((rack) => (
          <LeadingButton
            key={rack.id}
            source={`rack/count/${rack.id}`}
            figure={rack.name}
            className="inspector__row"
            onClick={() => select([{ kind: 'rack', id: rack.id }])}
          >
            <span className="inspector__row-name">{rack.name}</span>
            <span>{formatCount(rack.count, 'rack')}</span>
          </LeadingButton>
        ))}
      </div>
    </Section>
  );
}
