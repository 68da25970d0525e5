/** A card that tells how far a long export is, with the way to call it off. Work goes on beside it. */
import { type ReactElement, useEffect, useState } from 'react';
import { cancelExport, type RunningExport, useRunningExport } from '../store/export-store.ts';
import { Button } from '../ui/button.tsx';
import './export-progress.css';

/** Quicker exports need no card. */
const PATIENCE_MS = 300;

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

/** True once the same thing has been going on for a while. */
function useIsLasting(what: string | null): boolean {
  const [lasting, setLasting] = useState<string | null>(null);
  useEffect(() => {
    if (what === null) return undefined;
    const timer = setTimeout(() => setLasting(what), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLasting(null);
    };
  }, [what]);
  return what !== null && lasting === what;
}
