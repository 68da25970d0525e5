/** What breakage costs in GPUs: how many stand idle and what an hour of that comes to. */
import type { IdleGpus } from '#core/analysis/report.ts';
import { setSimulateTab } from '../store/simulate-tab.ts';
import { setView } from '../store/view-store.ts';
import { formatCount } from '../ui/format.ts';
import { formatMoney } from '../ui/money.ts';
import { ToldFigure } from './told-figure.tsx';

export function IdleGpusLine({ gpus }: { readonly gpus: IdleGpus }) {
  const { brokenCount, cutOffCount, portlessCount, costPerHour, currency } = gpus;
  const isIdle = brokenCount + cutOffCount > 0;
  return (
    <span className="cv-failures-gpus" data-testid="idle-gpus">
      <strong>
        <ToldFigure source="idle-gpus" figure="GPUs" text={describeIdle(gpus)} />
      </strong>
      {isIdle && costPerHour !== null && (
        <>
          , idle at{' '}
          <ToldFigure
            source="idle-gpus"
            figure="Cost of idle GPUs"
            text={`${formatMoney({ low: costPerHour, high: costPerHour }, currency ?? '')} an hour`}
          />
        </>
      )}
      {portlessCount > 0 && (
        <>
          {'; '}
          {formatCount(portlessCount, 'GPU')} without {portlessCount === 1 ? 'its' : 'their'} own port
        </>
      )}
      .
      {isIdle && costPerHour === null && (
        <>
          {' '}
          <button type="button" className="cv-failures-scenario" onClick={openPrice}>
            Price a GPU hour
          </button>{' '}
          to see what that costs.
        </>
      )}
    </span>
  );
}

function describeIdle({ brokenCount, cutOffCount }: IdleGpus): string {
  if (brokenCount + cutOffCount === 0) return 'No GPU cut off';
  const cutOff = `${formatCount(cutOffCount, 'GPU')} cut off`;
  if (brokenCount === 0) return cutOff;
  const broken = `${formatCount(brokenCount, 'GPU')} in broken servers`;
  return cutOffCount === 0 ? broken : `${cutOff}, ${broken}`;
}

function openPrice(): void {
  setSimulateTab('training');
  setView('simulate');
}
