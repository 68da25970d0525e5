/** The design as a whole: name, notes, fabrics, totals, and what holds for all of it: the floor, power, cooling, cables, prices. */
import type { ReactElement } from 'react';
import { dispatch, selectDesign, useDesignStore } from '../store/design-store.ts';
import { chooseFabricColour } from '../store/fabric-colour.ts';
import { useReportStore } from '../store/report-store.ts';
import { select } from '../store/view-store.ts';
import { Figure } from '../ui/figure.tsx';
import { formatNumber, formatPercent, formatPower, formatRatio } from '../ui/format.ts';
import { FactList, Section } from '../ui/section.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ExplainButton } from './explain-button.tsx';
import { FabricFigures } from './fabric-figures.tsx';
import { DesignCabling } from './physical/design-cabling.tsx';
import { DesignFeeds } from './physical/design-feeds.tsx';
import { DesignCooling, DesignFloor } from './physical/design-floor.tsx';
import { DesignMoney } from './physical/design-money.tsx';
import { DesignSite } from './physical/design-site.tsx';
import { SpareRules } from './spare-rules.tsx';

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
      <Section title="Fabrics" aside={list.length}>
        {list.length === 0 ? (
          <p className="inspector__note">None yet. The first link between two devices begins a fabric.</p>
        ) : (
          <div className="inspector__rows">
            {list.map((fabric) => {
              const report = reports?.find((entry) => entry.fabricId === fabric.id);
              return (
                <button
                  key={fabric.id}
                  type="button"
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
                      {report.bisection ? ` \u00b7 bisection ${formatPercent(report.bisection.ratio)}` : ''}
                    </span>
                  ) : null}
                </button>
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

function Totals(): ReactElement | null {
  const report = useReportStore((state) => state.report);
  if (!report) return null;
  const { totals, power, scaleUp } = report;
  const domainCount = scaleUp.reduce((sum, group) => sum + group.domainCount, 0);
  return (
    <Section title="Totals">
      <FactList
        facts={[
          ['GPUs', formatNumber(totals.gpuCount), <ExplainButton key="how" metricId="gpus" figure="GPUs" />],
          domainCount > 0 ? ['Scale-up domains', formatNumber(domainCount)] : null,
          ['Endpoints', formatNumber(totals.endpointCount)],
          ['Switches', formatNumber(totals.switchCount)],
          ['Racks', formatNumber(totals.rackCount), <ExplainButton key="how" metricId="racks" figure="Racks" />],
          ['Connections', formatNumber(totals.connectionCount)],
          ['Cables', formatNumber(totals.cableCount), <ExplainButton key="how" metricId="cables" figure="Cables" />],
          [
            'Transceivers',
            formatNumber(totals.transceiverCount),
            <ExplainButton key="how" metricId="transceivers" figure="Transceivers" />,
          ],
          [
            'Ports used',
            `${formatNumber(totals.portsUsed)} of ${formatNumber(totals.portsOwned)}`,
            <ExplainButton key="how" metricId="ports" figure="Ports used" />,
          ],
          [
            'Power, typical',
            <Figure key="typical" sum={power.typicalW} format={formatPower} />,
            <ExplainButton key="how" metricId="power-typical" figure="Power, typical" />,
          ],
          [
            'Power, maximum',
            <Figure key="max" sum={power.maxW} format={formatPower} />,
            <ExplainButton key="how" metricId="power-max" figure="Power, maximum" />,
          ],
        ]}
      />
    </Section>
  );
}
