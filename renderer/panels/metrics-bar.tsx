/** The live figures under the top bar. A click leads to where a figure comes from; an edit shows by how much it changed. */
import type { ReactElement } from 'react';
import type { Report } from '#core/analysis/report.ts';
import type { Severity } from '#core/base/diagnostic.ts';
import { useReportStore } from '../store/report-store.ts';
import { SeverityIcon } from '../ui/severity-icon.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { ExplainButton } from './explain-button.tsx';
import type { Metric } from './metric.ts';
import { METRICS } from './metrics.ts';
import { useExplainLeading } from '../store/use-explain-trigger.ts';
import { useReportDelta } from './use-report-delta.ts';
import './metrics-bar.css';

const MINUS = '\u2212';

const NOTHING = (): null => null;

export function MetricsBar(): ReactElement {
  const report = useReportStore((state) => state.report);
  const isStale = useReportStore((state) => state.isStale);
  const isFirstStale = useReportStore((state) => state.isFirstStale);
  const before = useReportDelta();
  return (
    <div className="metrics" role="group" aria-label="Figures of the design" data-stale={isStale}>
      {METRICS.map((metric) => (
        <MetricItem
          key={metric.id}
          metric={metric}
          report={report}
          before={before}
          isStale={metric.isLate ? isStale : isFirstStale}
        />
      ))}
    </div>
  );
}

interface MetricItemProps {
  readonly metric: Metric;
  readonly report: Report | null;
  readonly before: Report | null;
  readonly isStale: boolean;
}

function MetricItem({ metric, report, before, isStale }: MetricItemProps): ReactElement {
  const delta = report && before ? metric.delta(before, report) : null;
  const severity = metric.id === 'problems' ? report?.problems[0]?.severity : undefined;
  const derivation = report ? (metric.derivation?.(report) ?? null) : null;
  const trigger = useExplainLeading(derivation ?? NOTHING, metric.label);
  return (
    <div className="metrics__cell" data-stale={isStale || undefined}>
      <Tooltip content={report && derivation === null ? metric.explain(report) : null}>
        <button
          type="button"
          className="metrics__item"
          data-testid={`metric-${metric.id}`}
          disabled={!report}
          {...(derivation === null ? {} : trigger)}
          onClick={() => (report ? metric.open(report) : undefined)}
        >
          <span className="metrics__label">{metric.label}</span>
          <span className="metrics__value">
            {severity ? <SeverityIcon severity={severity satisfies Severity} size={15} /> : null}
            {report ? metric.value(report) : '\u2026'}
          </span>
          {delta ? (
            <Delta text={delta} worse={metric.worse} />
          ) : (
            <span className="metrics__note">{report ? metric.note(report) : '\u00a0'}</span>
          )}
        </button>
      </Tooltip>
      {derivation === null ? null : <ExplainButton source={derivation} figure={metric.label} />}
    </div>
  );
}

/** Direction by sign and word order, not by colour alone. */
function Delta({ text, worse }: { readonly text: string; readonly worse: 'up' | 'down' | undefined }): ReactElement {
  const isDown = text.startsWith(MINUS);
  const tone = worse === undefined ? 'neutral' : (worse === 'down') === isDown ? 'worse' : 'better';
  return (
    <span className="metrics__delta" data-tone={tone}>
      {isDown ? '\u25bc' : '\u25b2'} {text}
    </span>
  );
}
