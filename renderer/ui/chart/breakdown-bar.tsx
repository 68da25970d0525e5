/** One bar cut into its parts, with names, figures and percentages below: reads without colour and without sight. */
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import { formatShares } from '../shares.ts';
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
  /** What a figure of the list is put into, so that it tells how it is counted. */
  readonly wrap: (text: string, part: BreakdownPart) => ReactNode;
  readonly testId?: string;
}

/** Narrower parts have their percentage only in the list below. */
const LABEL_SHARE = 0.09;

export function BreakdownBar({ label, parts, format, wrap, testId }: BreakdownBarProps): ReactElement {
  const total = parts.reduce((sum, part) => sum + Math.max(0, part.value), 0);
  const texts = formatShares(parts.map((part) => part.value));
  const shares = parts.map((part, index) => ({
    part,
    share: total > 0 ? Math.max(0, part.value) / total : 0,
    text: texts[index],
  }));
  const drawn = shares.filter(({ share }) => share > 0);
  return (
    <div className="ui-breakdown" role="group" aria-label={label} data-testid={testId}>
      <div className="ui-breakdown__bar" aria-hidden>
        {drawn.map(({ part, share, text }) => (
          <div
            key={part.id}
            className="ui-breakdown__part"
            data-pattern={part.pattern}
            style={{ '--part': part.colour, flexGrow: share } as CSSProperties}
            title={`${part.label}: ${format(part.value)}, ${text}`}
          >
            {share >= LABEL_SHARE ? <span>{text}</span> : null}
          </div>
        ))}
      </div>
      <ul className="ui-breakdown__list">
        {shares.map(({ part, text }) => (
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
                <span className="ui-breakdown__value">{wrap(format(part.value), part)}</span>
                <span className="ui-breakdown__share">{text}</span>
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
