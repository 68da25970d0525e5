/** Worst severity and number of problems of an object: shape, number and colour together. Hovering lists the first few. */
import { SeverityIcon } from '../ui/severity-icon.tsx';
import { hideHint, showHint } from './hint.ts';
import type { ProblemMark } from './index-report.ts';
import { formatNumber } from '../ui/format.ts';

export function ProblemBadge({ problems }: { problems: ProblemMark }) {
  const { severity, count, messages } = problems;
  const more = count - messages.length;
  const lines = more > 0 ? [...messages, `and ${more} more`] : messages;
  const title = count === 1 ? `1 problem (${severity})` : `${formatNumber(count)} problems, the worst: ${severity}`;
  return (
    <span
      className={`cv-problems cv-problems-${severity}`}
      onPointerEnter={(event) => showHint(event.currentTarget, title, lines)}
      onPointerLeave={hideHint}
    >
      <SeverityIcon severity={severity} size={12} />
      {count}
    </span>
  );
}
