/** Severity as a shape and a colour, with its name for screen readers; never colour alone. */
import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import './severity-icon.css';

type Severity = 'error' | 'warning' | 'advice';

const names = { error: 'error', warning: 'warning', advice: 'hint' };
const icons = { error: CircleX, warning: TriangleAlert, advice: Info };

export function SeverityIcon({
  severity,
  size = 14,
}: {
  readonly severity: Severity;
  readonly size?: number;
}): ReactElement {
  const Icon = icons[severity];
  return <Icon size={size} className={`ui-severity ui-severity--${severity}`} aria-label={names[severity]} />;
}
