/** One bar cut into its parts, with names, figures and percentages below: reads without colour and without sight. */
import type { CSSProperties, ReactElement } from 'react';
import './breakdown-bar.css';

export interface BreakdownPart {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** A CSS colour. */
  readonly colour: string;
  /** Second channel beside colour. */
  readonly pattern: 'plain' | 'stripes' | 'dots' | 'cross';
  /** One sentence: what the part is. */
  readonly explanation?: string;
  /** Stands for figure and percentage where a bare zero would mislead. */
  readonly instead?: string;
}

interface BreakdownBarProps {
  readonly label: string;
  readonly parts: readonly BreakdownPart[];
  readonly format: (value: number) => string;
  readonly testId?: string;
}

/** Narrower parts have their percentage only in the list below. */
const LABEL_SHARE = 0.09;

export function BreakdownBar({ label, parts, format, testId }: BreakdownBarProps): ReactElement {
  const total = parts.reduce((sum, part) => sum + Math.max(0, part.value), 0);
  const shareOf = (part: BreakdownPart): number => (total > 0 ? Math.max(0, part.value) / total : 0);
  const drawn = parts.filter((part) => shareOf(part) > 0);
  return (
    <div className="ui-breakdown" role="group" aria-label={label} data-testid={testId}>
      <div className="ui-breakdown__bar" aria-hidden>
        {drawn.map((part) => (
          <div
            key={part.id}
            className="ui-breakdown__part"
            data-pattern={part.pattern}
            style={{ '--part': part.colour, flexGrow: shareOf(part) } as CSSProperties}
            title={`${part.label}: ${format(part.value)}, ${formatShare(shareOf(part))}`}
          >
            {shareOf(part) >= LABEL_SHARE ? <span>{formatShare(shareOf(part))}</span> : null}
          </div>
        ))}
      </div>
      <ul className="ui-breakdown__list">
        {parts.map((part) => (
          <li key={part.id} title={part.explanation}>
            <span
              className="ui-breakdown__swatch"
              data-pattern={part.pattern}
              style={{ '--part': part.colour } as CSSProperties}
              aria-hidden
            />
            <span className="ui-breakdown__name">{part.label}</span>
            {part.instead === undefined ? (
              <>
                <span className="ui-breakdown__value">{format(part.value)}</span>
                <span className="ui-breakdown__share">{formatShare(shareOf(part))}</span>
              </>
            ) : (
              <span className="ui-breakdown__instead">{part.instead}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return '< 1\u202f%';
  return `${Math.round(percent)}\u202f%`;
}
