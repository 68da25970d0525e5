/** Oversubscription by tier and bisection of one fabric. */
import type { ReactElement } from 'react';
import type { FabricReport } from '#core/analysis/report.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { formatBandwidth, formatNumber, formatPercent, formatRatio } from '../ui/format.ts';
import { FactList } from '../ui/section.tsx';
import { ExplainButton } from './explain-button.tsx';
import { formatCut } from './labels.ts';
import { WorstSwitches } from './worst-switches.tsx';
import { WorstCut } from './worst-cut.tsx';

export function FabricFigures({ fabric }: { readonly fabric: FabricReport }): ReactElement {
  const { tiers, bisection, targetOversubscription: target, worstOversubscription: worst } = fabric;
  return (
    <>
      {tiers.length > 0 ? (
        <div className="inspector__grid">
          <span className="inspector__grid-head">Tier</span>
          <span className="inspector__grid-head">Switches</span>
          <span className="inspector__grid-head">Worst</span>
          <span className="inspector__grid-head">Mean</span>
          {tiers.flatMap((tier) => [
            <span key={`${tier.tier} name`}>
              Tier {tier.tier}
              <ExplainButton
                metricId={`oversubscription-tier/${tier.tier}/${fabric.fabricId}`}
                figure={`Oversubscription of tier ${tier.tier}`}
              />
            </span>,
            <span key={`${tier.tier} count`}>{formatNumber(tier.switchCount)}</span>,
            <span key={`${tier.tier} worst`}>{formatRatio(tier.worst)}</span>,
            <span key={`${tier.tier} mean`}>{formatRatio(tier.mean)}</span>,
          ])}
        </div>
      ) : (
        <p className="inspector__note">
          No switch of this fabric has links away from endpoints, so there is no oversubscription.
        </p>
      )}
      <FactList
        facts={[
          worst === null
            ? null
            : [
                'Worst path',
                <span key="worst" className={target !== null && worst > target + 1e-9 ? 'inspector__over' : ''}>
                  {formatRatio(worst)}
                  {target === null ? '' : `, target ${formatRatio(target)}`}
                </span>,
                <ExplainButton
                  key="how"
                  metricId={`oversubscription/${fabric.fabricId}`}
                  figure="Oversubscription of the worst path"
                />,
              ],
          bisection === null
            ? ['Bisection', 'needs two connected endpoints']
            : [
                'Bisection',
                formatPercent(bisection.ratio),
                <ExplainButton key="how" metricId={`bisection/${fabric.fabricId}`} figure="Bisection" />,
              ],
          bisection === null ? null : ['Bandwidth across', formatBandwidth(bisection.bandwidthGbps)],
          bisection === null ? null : ['Injection of half', formatBandwidth(bisection.injectionGbps)],
        ]}
      />
      <WorstSwitches switches={fabric.worstSwitches} />
      {bisection ? (
        <Disclosure title="Cuts tried" note={String(bisection.cuts.length)}>
          <FactList
            facts={bisection.cuts.map((cut) => [
              formatCut(cut.name),
              `${formatPercent(cut.ratio)} \u00b7 ${formatBandwidth(cut.bandwidthGbps)}`,
            ])}
          />
        </Disclosure>
      ) : null}
      {bisection ? <WorstCut fabricId={fabric.fabricId} bisection={bisection} /> : null}
    </>
  );
}
