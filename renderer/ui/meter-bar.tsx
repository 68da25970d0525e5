/** How full something is; with `after`, how full it would become. Over the limit it turns red, and says so in words. */
import type { CSSProperties, ReactElement } from 'react';
import './meter-bar.css';

/** Share of a rack's limit of power from which every view of it warns. */
export const NEAR_POWER_LIMIT = 0.8;

interface MeterBarProps {
  readonly label: string;
  readonly used: number;
  readonly total: number;
  /** Use after a change that is only proposed. */
  readonly after?: number;
  /** Share from which the bar warns; absent = full is fine. */
  readonly warnAt?: number;
}

function toPercent(part: number, total: number): string {
  if (total <= 0) return part > 0 ? '100%' : '0%';
  return `${Math.min(100, Math.max(0, (part / total) * 100))}%`;
}

export function MeterBar({ label, used, total, after, warnAt }: MeterBarProps): ReactElement {
  const end = after ?? used;
  const isOver = end > total;
  const isNear = !isOver && warnAt !== undefined && total > 0 && end / total >= warnAt;
  const tone = isOver ? 'over' : isNear ? 'near' : 'normal';
  const fill: CSSProperties = { width: toPercent(used, total) };
  const added: CSSProperties = { left: toPercent(used, total), width: toPercent(Math.max(0, end - used), total) };
  const text = `${label}: ${end} of ${total}${isOver ? `, ${end - total} too many` : ''}`;
  return (
    <div className="ui-meter" data-tone={tone} role="img" aria-label={text}>
      <div className="ui-meter__fill" style={fill} />
      {after !== undefined && after > used ? <div className="ui-meter__added" style={added} /> : null}
    </div>
  );
}
