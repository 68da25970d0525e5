/** Says over the canvas that things are broken, so that no figure is taken for that of the whole fabric. */
import { Unplug } from 'lucide-react';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { Design } from '#core/design/design.ts';
import { countBroken, repairItems } from '../store/break-items.ts';
import { currentScenario } from '../store/current-scenario.ts';
import { selectDesign, useDesignStore } from '../store/design-store.ts';
import { useReportStore } from '../store/report-store.ts';
import { setView } from '../store/view-store.ts';
import { Button } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { IdleGpusLine } from './idle-gpus.tsx';
import { ToldFigure } from './told-figure.tsx';

/** More of them nobody reads in a card. */
const MOST_TOLD = 12;

export function FailureBanner() {
  const design = useDesignStore(selectDesign);
  const gpus = useReportStore((state) => state.report?.failures?.gpus);
  const broken = describeBroken(design);
  if (broken === null) return null;
  return (
    <div className="cv-failures nodrag nopan" role="region" aria-label="Broken" data-testid="failure-banner">
      <Unplug size={15} aria-hidden />
      <p role="status">
        <strong>
          <ToldFigure source={listBroken(design)} figure="Broken" text={`${broken} broken`} />
        </strong>{' '}
        in{' '}
        <button type="button" className="cv-failures-scenario" onClick={() => setView('simulate')}>
          {currentScenario(design).name}
        </button>
        {gpus && <IdleGpusLine gpus={gpus} />}
        <span className="cv-failures-note">Bandwidth, paths and times are for the broken fabric.</span>
      </p>
      <Button onClick={() => repairItems('all')} data-testid="repair-everything">
        Repair all
      </Button>
    </div>
  );
}

/** Every object of the current scenario that is broken, in whole or in part. */
function listBroken(design: Design): MetricId[] {
  const broken = currentScenario(design).failures.map((failure): MetricId => {
    if (failure.kind === 'device') return `device/broken/${failure.deviceId}`;
    return failure.kind === 'link' ? `link/broken/${failure.linkId}` : `rack/broken/${failure.rackId}`;
  });
  return [...new Set(broken)].slice(0, MOST_TOLD);
}

/** `1 device, 4 connections and 2 racks`; null = nothing is broken. */
function describeBroken(design: Design): string | null {
  const counts = countBroken(design);
  const parts = (['device', 'link', 'connection', 'rack'] as const).flatMap((noun) =>
    counts[noun] > 0 ? [formatCount(counts[noun], noun)] : [],
  );
  const last = parts.pop();
  if (last === undefined) return null;
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}
