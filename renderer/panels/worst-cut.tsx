/** The worst bisection cut of a fabric: the links it goes through, here as a list and on demand lit up on the canvas. */
import { Scissors } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Bisection } from '#core/analysis/bandwidth-report.ts';
import { findRecord } from '#core/design/records.ts';
import { selectDesign, useDesignStore } from '../store/design-store.ts';
import { chooseFabricColour } from '../store/fabric-colour.ts';
import { useReportStore } from '../store/report-store.ts';
import { requestFocus, setShownCut, useViewStore } from '../store/view-store.ts';
import { Button } from '../ui/button.tsx';
import { formatBandwidth, formatCount, formatNumber } from '../ui/format.ts';
import { Explained } from './explained.tsx';
import { formatCut } from './labels.ts';
import { formatLinkName } from './link-rows.tsx';
import { LeadingButton } from './leading-button.tsx';
import './worst-cut.css';

interface WorstCutProps {
  readonly fabricId: string;
  readonly bisection: Bisection;
}

export function WorstCut({ fabricId, bisection }: WorstCutProps): ReactElement | null {
  const isShown = useViewStore((state) => state.shownCut === fabricId);
  const { cutLinks, worstCut } = bisection;
  if (cutLinks.length === 0) return null;
  const connectionCount = cutLinks.reduce((sum, cut) => sum + cut.connectionCount, 0);
  return (
    <div className="worst-cut" data-testid={`worst-cut-${fabricId}`}>
      <div className="worst-cut__head">
        <span>
          Worst cut, {formatCut(worstCut)}
          <span className="worst-cut__sum">
            through{' '}
            <Explained
              source={`bisection/${fabricId}`}
              figure="Worst cut"
              text={formatCount(connectionCount, 'connection')}
            />
          </span>
        </span>
        <Button
          className="worst-cut__toggle"
          aria-pressed={isShown}
          onClick={() => setShownCut(isShown ? null : fabricId)}
        >
          <Scissors size={13} aria-hidden /> {isShown ? 'Shown on canvas' : 'Show on canvas'}
        </Button>
      </div>
      <CutRows fabricId={fabricId} bisection={bisection} />
    </div>
  );
}

function CutRows({ fabricId, bisection }: WorstCutProps): ReactElement {
  const design = useDesignStore(selectDesign);
  const links = useReportStore((state) => state.report?.links);
  return (
    <div className="inspector__rows">
      {bisection.cutLinks.map((cut) => {
        const link = findRecord(design.links, cut.linkId);
        if (!link) return null;
        const total = links?.find((entry) => entry.linkId === cut.linkId)?.connectionCount ?? cut.connectionCount;
        return (
          <LeadingButton
            key={cut.linkId}
            source={[`bisection/${fabricId}`, `link/connections/${cut.linkId}`]}
            figure={formatLinkName(design, link)}
            className="inspector__row"
            onClick={() => requestFocus({ kind: 'link', id: cut.linkId })}
          >
            <span className="inspector__row-name">
              <span
                className="inspector__swatch"
                style={{ background: chooseFabricColour(design.fabrics, link.fabricId) }}
              />
              {formatLinkName(design, link)}
            </span>
            <span>{formatBandwidth(cut.bandwidthGbps)}</span>
            <span className="inspector__row-note">
              {formatNumber(cut.connectionCount)} of {formatCount(total, 'connection')} cut
            </span>
          </LeadingButton>
        );
      })}
    </div>
  );
}
