/** Devices, racks and links by the day they are bought: a link waits for the later of its two ends. */
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { formatCount } from '../../ui/format.ts';
import { createPaint, joinCounts, type LegendRow, type Paint, type Painter } from './paint.ts';

/** Far apart in lightness, and each with a pattern of its own; later days share the last. */
const STEPS = [
  { colour: 'var(--heat-3)', dash: null },
  { colour: 'var(--heat-2)', dash: [12, 4] },
  { colour: 'var(--heat-1)', dash: [6, 4] },
  { colour: 'var(--heat-0)', dash: [2, 4] },
] as const;

type Kind = 'device group' | 'rack group' | 'link';

export function createPhasePainter(design: Design): Painter {
  const paints = new Map<number, Paint>();
  const counts = new Map<string, number>();
  const note = (kind: Kind, phase: number): void => {
    counts.set(`${kind} ${phase}`, (counts.get(`${kind} ${phase}`) ?? 0) + 1);
    if (!paints.has(phase)) paints.set(phase, createPaint({}));
  };
  const phaseOfLink = (link: Design['links'][string]): number =>
    Math.max(...[link.a, link.b].map(({ deviceId }) => findRecord(design.devices, deviceId)?.phase ?? 1));
  for (const { phase } of Object.values(design.devices)) note('device group', phase);
  for (const { phase = 1 } of Object.values(design.racks)) note('rack group', phase);
  for (const link of Object.values(design.links)) note('link', phaseOfLink(link));
  const phases = [...paints.keys()].sort((a, b) => a - b);
  for (const [at, phase] of phases.entries()) {
    const { colour, dash } = STEPS[Math.min(at, STEPS.length - 1)] ?? STEPS[0];
    const figure = `day ${phase}`;
    paints.set(phase, createPaint({ colour, dash, width: 2.4, figure, fact: `Bought on ${figure}` }));
  }
  return {
    link: (link) => paints.get(phaseOfLink(link)) ?? null,
    device: ({ phase }) => paints.get(phase) ?? null,
    rack: ({ phase = 1 }) => paints.get(phase) ?? null,
    rows: phases.map((phase): LegendRow => {
      const { colour, dash } = paints.get(phase) as Paint;
      const kinds = ['device group', 'rack group', 'link'] as const;
      const detail = joinCounts(kinds.map((kind) => formatCount(counts.get(`${kind} ${phase}`) ?? 0, kind)));
      return { key: String(phase), shape: 'line', colour, width: 3, dash, label: `Day ${phase}`, detail };
    }),
    note: 'A link is bought with the later of its two ends.',
  };
}
