/** What works, what is broken in part or whole, and which endpoints work but have lost their fabric. */
import type { Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { formatCount } from '../../ui/format.ts';
import { describeBroken } from '../broken-badge.tsx';
import type { ReportIndex } from '../index-report.ts';
import { createPaint, joinCounts, type LegendRow, NO_PAINT, type Paint, type Painter } from './paint.ts';

const STATES = {
  all: { colour: 'var(--danger)', dash: [1, 7], label: 'broken' },
  some: { colour: 'var(--warn-fill)', dash: [14, 5], label: 'broken in part' },
  cut: { colour: 'var(--fabric-3)', dash: [6, 3, 1, 3], label: 'works, but cut off' },
  whole: { colour: 'var(--text-3)', dash: null, label: 'works' },
} as const;

type State = keyof typeof STATES;
type Kind = 'device group' | 'link';

export function createFailurePainter(design: Design, report: Report | null, index: ReportIndex): Painter {
  const cutOff = new Map<string, number>();
  for (const { failures } of report?.fabrics ?? []) {
    for (const { deviceId, count } of failures?.cutOff ?? []) {
      cutOff.set(deviceId, Math.max(count, cutOff.get(deviceId) ?? 0));
    }
  }
  const counts = new Map<string, number>();
  const note = (kind: Kind, state: State): void => {
    counts.set(`${kind} ${state}`, (counts.get(`${kind} ${state}`) ?? 0) + 1);
  };
  const links = new Map<string, Paint>();
  for (const { id } of Object.values(design.links)) {
    const total = index.link(id)?.connectionCount ?? index.brokenConnections(id);
    const { state, paint } = paintState(index.brokenConnections(id), total, 0);
    links.set(id, paint);
    note('link', state);
  }
  const devices = new Map<string, Paint>();
  for (const { id, count } of Object.values(design.devices)) {
    const { state, paint } = paintState(index.brokenMembers(id), count, cutOff.get(id) ?? 0);
    devices.set(id, paint);
    note('device group', state);
  }
  const rows = (Object.keys(STATES) as State[]).flatMap((state): LegendRow[] => {
    const detail = joinCounts(
      (['device group', 'link'] as const).map((kind) => formatCount(counts.get(`${kind} ${state}`) ?? 0, kind)),
    );
    return detail === '' ? [] : [{ ...STATES[state], key: state, shape: 'line', width: 3, detail }];
  });
  return {
    link: ({ id }) => links.get(id) ?? null,
    device: ({ id }) => devices.get(id) ?? null,
    rack: NO_PAINT,
    rows,
    note: '',
  };
}

/** `cutOff`: members that work and reach nobody. */
function paintState(broken: number, total: number, cutOff: number): { state: State; paint: Paint } {
  const state = broken > 0 ? (broken >= total ? 'all' : 'some') : cutOff > 0 ? 'cut' : 'whole';
  const { colour, dash } = STATES[state];
  const lost = cutOff === 0 ? '' : `${formatCount(cutOff, 'member')} cut off`;
  const hurt = broken === 0 ? '' : describeBroken({ brokenCount: broken, total });
  const fact = [hurt, lost].filter(Boolean).join(', ');
  // Badges of what is broken are there under every overlay; what is cut off is said by this one alone.
  return { state, paint: createPaint({ colour, dash, figure: lost, fact, isQuiet: state === 'whole' }) };
}
