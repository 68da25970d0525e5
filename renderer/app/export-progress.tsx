/** A card that tells how far a long export is, with the way to call it off. Work goes on beside it. */
import type { ReactElement } from 'react';
import { cancelExport, type RunningExport, useRunningExport } from '../store/export-store.ts';
import { Button } from '../ui/button.tsx';
import { useIsLasting } from '../ui/use-is-lasting.ts';
import './export-progress.css';

const titles: Record<RunningExport['file'], string> = {
  workbook: 'Writing the workbook',
  'cable-schedule': 'Writing the cable schedule',
};

export function ExportProgress(): ReactElement | null {
  const running = useRunningExport();
  const isLong = useIsLasting(running?.file ?? null);
  if (!running || !isLong) return null;
  const { file, progress } = running;
  const percent = progress ? Math.round(progress.share * 100) : null;
  return (
    <section className="export-progress" aria-label={titles[file]} data-testid="export-progress">
      <div className="export-progress__text">
        <strong>{titles[file]}</strong>
        <span aria-live="polite">{progress ? progress.step : 'working out the design'}</span>
        <span className="export-progress__share">{percent === null ? '' : `${percent} %`}</span>
      </div>
      <progress aria-label={titles[file]} max={100} {...(percent === null ? {} : { value: percent })} />
      <Button onClick={cancelExport}>Cancel</Button>
    </section>
  );
}
