/** The cables of the picked member, port by port, with what is at their other end. */
import { useEffect, useState } from 'react';
import type { ScheduleRow } from '#core/io/schedule-rows.ts';
import { useReportStore } from '../../store/report-store.ts';
import { formatCount, formatSpeed } from '../../ui/format.ts';
import { lightCables, type MemberCables as Cables, readMemberCables } from './light-member.ts';

interface MemberCablesProps {
  readonly deviceId: string;
  readonly member: number;
}

const SHOWN = 200;

export function MemberCables({ deviceId, member }: MemberCablesProps) {
  const cables = useMemberCables(deviceId, member);
  if (cables === null) return <p className="members__note">Looking up its cables \u2026</p>;
  if (cables.rows.length === 0) return <p className="members__note">No cable ends here.</p>;
  const more = cables.totalCount - SHOWN;
  return (
    <div className="members__cables">
      <div className="members__sub">{formatCount(cables.totalCount, 'cable')}</div>
      <ul>
        {cables.rows.slice(0, SHOWN).map((row, at) => {
          const isA = row.a.deviceId === deviceId && row.a.member === member;
          return <CableLine key={row.cable ?? `open ${at}`} row={row} near={isA ? 'a' : 'b'} />;
        })}
      </ul>
      {more > 0 && <p className="members__note">and {formatCount(more, 'more cable')}</p>}
    </div>
  );
}

function CableLine({ row, near }: { readonly row: ScheduleRow; readonly near: 'a' | 'b' }) {
  const far = row[near === 'a' ? 'b' : 'a'];
  return (
    <li title={`${row.fabric}, ${row.medium === '' ? 'no medium chosen' : row.medium}`}>
      <span className="members__port">{row[near].port}</span>
      <span className="members__far">
        {far.device} {far.port}
      </span>
      <span className="members__speed">{formatSpeed(row.speedGbps)}</span>
    </li>
  );
}

/** null = on their way. Asked for anew with every report; they light up as they come. */
function useMemberCables(deviceId: string, member: number): Cables | null {
  const report = useReportStore((state) => (state.isStale ? null : state.report));
  const [cables, setCables] = useState<{ readonly key: string; readonly value: Cables } | null>(null);
  const key = `${deviceId} ${member}`;
  useEffect(() => {
    if (report === null) return undefined;
    let isCurrent = true;
    readMemberCables(deviceId, member).then(
      (value) => {
        if (!isCurrent) return;
        setCables({ key: `${deviceId} ${member}`, value });
        lightCables(deviceId, member, value.rows);
      },
      // The worker's own fault is told in the status bar.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [deviceId, member, report]);
  return cables?.key === key ? cables.value : null;
}
