/** A drawing of every fabric, and what is in none. */
import type { Block } from './blocks.ts';
import type { ReportContent } from './content.ts';

export function listTopology({ design, report }: ReportContent): Block[] {
  const joined = new Set(report.links.flatMap(({ deviceAId, deviceBId }) => [deviceAId, deviceBId]));
  const drawn = report.fabrics.filter(({ fabricId }) => report.links.some((link) => link.fabricId === fabricId));
  const alone = Object.values(design.devices).filter(({ id }) => !joined.has(id));
  return [
    ...drawn.map(({ fabricId }): Block => ({ kind: 'drawing', fabricId })),
    ...(drawn.length === 0 ? [{ kind: 'text', text: 'No two devices are linked yet.' } as const] : []),
    ...(alone.length === 0 || drawn.length === 0
      ? []
      : [
          {
            kind: 'text',
            tone: 'open',
            text: `Linked to nothing: ${alone.map(({ name }) => name).join(', ')}.`,
          } as const,
        ]),
  ];
}
