/** The design as a whole: name, notes, fabrics, totals, and what holds for all of it: the floor, power, cooling, cables, prices. */
import type { ReactElement } from 'react';
import type { Bisection } from '#core/analysis/bandwidth-report.ts';
import { dispatch, selectDesign, useDesignStore } from '../store/design-store.ts';
import type { ExplainSource } from '../store/explain-store.ts';
import { chooseFabricColour } from '../store/fabric-colour.ts';
import { useReportStore } from '../store/report-store.ts';
import { select } from '../store/view-store.ts';
import { formatNumber, formatPercent, formatPower, formatRatio } from '../ui/format.ts';
import { FactList, Section } from '../ui/section.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Explained } from './explained.tsx';
import { type ExplainedFact, explainFact, explainSumFact } from './explained-fact.tsx';
import { FabricFigures } from './fabric-figures.tsx';
import { DesignCabling } from './physical/design-cabling.tsx';
import { DesignFeeds } from './physical/design-feeds.tsx';
import { DesignCooling, DesignFloor } from './physical/design-floor.tsx';
import { DesignMoney } from './physical/design-money.tsx';
import { DesignSite } from './physical/design-site.tsx';
import { SpareRules } from './spare-rules.tsx';
import { LeadingButton } from './leading-button.tsx';
import { ExplainedCount } from './explained-count.tsx';

export function InspectDesign(): ReactElement {
  const design = useDesignStore(selectDesign);
  return (
    <>
      <header className="inspector__head">
        <div className="inspector__kind">Design</div>
        <TextField
          label="Design name"
          value={design.name}
          required
          className="inspector__name"
          onCommit={(name) => dispatch({ name: 'editDesignInfo', args: { name } })}
        />
      </header>
      <Section title="Notes">
        <TextField
          label="Notes"
          value={design.notes}
          multiline
          placeholder="Purpose, assumptions, sources"
          onCommit={(notes) => dispatch({ name: 'editDesignInfo', args: { notes } })}
        />
      </Section>
      <Fabrics />
      <Totals />
      <DesignFloor />
      <DesignFeeds />
      <DesignCooling />
      <DesignSite />
      <DesignCabling />
      <DesignMoney />
      <SpareRules />
    </>
  );
}

function Fabrics(): ReactElement {
  const fabrics = useDesignStore((state) => state.edit.design.fabrics);
  const reports = useReportStore((state) => state.report?.fabrics);
  const list = Object.values(fabrics);
  return (
    <>
      <Section
        title="Fabrics"
        aside={
          <ExplainedCount
            title="Fabrics of the design"
            unit="fabrics"
            items={list.map(({ id, name }) => ({ name, refs: [{ kind: 'fabric', id }] }))}
            filter="All that are drawn; one begins with its first link."
          />
        }
      >
        {list.length === 0 ? (
          <p className="inspector__note">None yet. The first link between two devices begins a fabric.</p>
        ) : (
          <div className="inspector__rows">
            {list.map((fabric) => {
              const report = reports?.find((entry) => entry.fabricId === fabric.id);
              return (
                <LeadingButton
                  key={fabric.id}
                  source={[`oversubscription/${fabric.id}`, `bisection/${fabric.id}`]}
                  figure={fabric.name}
                  className="inspector__row"
                  onClick={() => select([{ kind: 'fabric', id: fabric.id }])}
                >
                  <span className="inspector__row-name">
                    <span
                      className="inspector__swatch"
                      style={{ background: chooseFabricColour(fabrics, fabric.id) }}
                    />
                    {fabric.name}
                  </span>
                  <span>{report?.worstOversubscription ? formatRatio(report.worstOversubscription) : ''}</span>
                  {report ? (
                    <span className="inspector__row-note">
                      {formatNumber(report.connectionCount)} connections
                      {tellBisection(report.bisection)}
                    </span>
                  ) : null}
                </LeadingButton>
              );
            })}
          </div>
        )}
      </Section>
      {reports
        ?.filter((report) => report.tiers.length > 0)
        .map((report) => (
          <Section key={report.fabricId} title={`${report.name}: bandwidth`}>
            <FabricFigures fabric={report} />
          </Section>
        ))}
    </>
  );
}

/** Nothing crosses where no cable joins the parts: that is said rather than 0 %. */
function tellBisection(bisection: Bisection | null): string {
  if (bisection === null) return '';
  const isParted = bisection.cuts.some(({ name, bandwidthGbps }) => name === 'islands' && bandwidthGbps === 0);
  return isParted ? ' \u00b7 no path between its parts' : ` \u00b7 bisection ${formatPercent(bisection.ratio)}`;
}

function counted(label: string, source: ExplainSource, count: number): ExplainedFact {
  return explainFact(label, source, formatNumber(count));
}

function Totals(): ReactElement | null {
  const report = useReportStore((state) => state.report);
  if (!report) return null;
  const { totals, power, scaleUp } = report;
  const domainCount = scaleUp.reduce((sum, group) => sum + group.domainCount, 0);
  return (
    <Section title="Totals">
      <FactList
        facts={[
          counted('GPUs', 'gpus', totals.gpuCount),
          domainCount > 0 ? counted('Scale-up domains', 'domains', domainCount) : null,
          counted('Endpoints', 'endpoints', totals.endpointCount),
          counted('Switches', 'switches', totals.switchCount),
          counted('Racks', 'racks', totals.rackCount),
          counted('Connections', 'connections', totals.connectionCount),
          counted('Cables', 'cables', totals.cableCount),
          counted('Transceivers', 'transceivers', totals.transceiverCount),
          [
            'Ports used',
            <Explained
              key="ports"
              source="ports"
              figure="Ports used"
              text={`${formatNumber(totals.portsUsed)} of ${formatNumber(totals.portsOwned)}`}
            />,
          ],
          explainSumFact('Power, typical', 'power-typical', power.typicalW, formatPower),
          explainSumFact('Power, maximum', 'power-max', power.maxW, formatPower),
        ]}
      />
    </Section>
  );
}
