/** Oversubscription by tier and bisection of one fabric. */
import type { ReactElement } from 'react';
import type { FabricReport } from '#core/analysis/report.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { formatBandwidth, formatNumber, formatPercent, formatRatio } from '../ui/format.ts';
import { FactList } from '../ui/section.tsx';
import { Explained } from './explained.tsx';
import { formatCut } from './labels.ts';
import { WorstSwitches } from './worst-switches.tsx';
import { WorstCut } from './worst-cut.tsx';
import { leadFromFigure } from '../store/use-explain-trigger.ts';

function TierGrid({ fabric }: { readonly fabric: FabricReport }): ReactElement {
  return (
    <div className="inspector__grid">
      <span className="inspector__grid-head">Tier</span>
      <span className="inspector__grid-head">Switches</span>
      <span className="inspector__grid-head">Worst</span>
      <span className="inspector__grid-head">Mean</span>
      {fabric.tiers.flatMap((tier) => [
        <span key={`${tier.tier} name`}>Tier {tier.tier}</span>,
        <span key={`${tier.tier} count`}>
          <Explained
            source={`oversubscription-tier/${tier.tier}/${fabric.fabricId}`}
            figure={`Switches of tier ${tier.tier}`}
            text={formatNumber(tier.switchCount)}
          />
        </span>,
        <span key={`${tier.tier} worst`}>
          <Explained
            source={`oversubscription-tier/${tier.tier}/${fabric.fabricId}`}
            figure={`Worst oversubscription of tier ${tier.tier}`}
            text={formatRatio(tier.worst)}
          />
        </span>,
        <span key={`${tier.tier} mean`}>
          <Explained
            source={`oversubscription-tier/${tier.tier}/${fabric.fabricId}`}
            figure={`Mean oversubscription of tier ${tier.tier}`}
            text={formatRatio(tier.mean)}
          />
        </span>,
      ])}
    </div>
  );
}

export function FabricFigures({ fabric }: { readonly fabric: FabricReport }): ReactElement {
  const { tiers, bisection, targetOversubscription: target, worstOversubscription: worst } = fabric;
  return (
    <>
      {tiers.length > 0 ? (
        <TierGrid fabric={fabric} />
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
                  <Explained
                    source={`oversubscription/${fabric.fabricId}`}
                    figure="Oversubscription of the worst path"
                    text={`${formatRatio(worst)}${target === null ? '' : `, target ${formatRatio(target)}`}`}
                  />
                </span>,
              ],
          bisection === null
            ? ['Bisection', 'needs two connected endpoints']
            : [
                'Bisection',
                <Explained
                  key="ratio"
                  source={`bisection/${fabric.fabricId}`}
                  figure="Bisection"
                  text={formatPercent(bisection.ratio)}
                />,
              ],
          ...listBandwidths(fabric),
        ]}
      />
      <WorstSwitches fabricId={fabric.fabricId} switches={fabric.worstSwitches} />
      {bisection ? (
        <Disclosure
          title="Cuts tried"
          note={formatNumber(bisection.cuts.length)}
          attributes={leadFromFigure(`bisection/${fabric.fabricId}`, 'Cuts tried')}
        >
          <FactList
            facts={bisection.cuts.map((cut) => [
              formatCut(cut.name),
              <Explained
                key={cut.name}
                source={`bisection/${fabric.fabricId}`}
                figure={`Cut: ${formatCut(cut.name)}`}
                text={`${formatPercent(cut.ratio)} \u00b7 ${formatBandwidth(cut.bandwidthGbps)}`}
              />,
            ])}
          />
        </Disclosure>
      ) : null}
      {bisection ? <WorstCut fabricId={fabric.fabricId} bisection={bisection} /> : null}
    </>
  );
}

type Fact = readonly [string, ReactElement];

function listBandwidths({ fabricId, bisection }: FabricReport): Fact[] {
  if (bisection === null) return [];
  const figures: readonly (readonly [string, number])[] = [
    ['Bandwidth across', bisection.bandwidthGbps],
    ['Injection of half', bisection.injectionGbps],
  ];
  return figures.map(
    ([label, gbps]): Fact => [
      label,
      <Explained key={label} source={`bisection/${fabricId}`} figure={label} text={formatBandwidth(gbps)} />,
    ],
  );
}
