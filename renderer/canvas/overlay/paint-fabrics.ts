/** Links in the colour of their fabric, by name. */
import type { Design } from '#core/design/design.ts';
import { chooseFabricColour } from '../../store/fabric-colour.ts';
import { formatCount } from '../../ui/format.ts';
import type { ReportIndex } from '../index-report.ts';
import { createPaint, type LegendRow, NO_PAINT, type Paint, type Painter } from './paint.ts';

const TECHNOLOGY = { infiniband: 'InfiniBand', ethernet: 'Ethernet' } as const;

export function createFabricPainter({ fabrics, links }: Design, report: ReportIndex): Painter {
  const paints = new Map<string, Paint>();
  const counts = new Map<string, { links: number; connections: number }>();
  for (const link of Object.values(links)) {
    const count = counts.get(link.fabricId) ?? { links: 0, connections: 0 };
    count.links += 1;
    count.connections += report.link(link.id)?.connectionCount ?? 0;
    counts.set(link.fabricId, count);
  }
  const rows = Object.values(fabrics).map((fabric): LegendRow => {
    const colour = chooseFabricColour(fabrics, fabric.id);
    paints.set(fabric.id, createPaint({ colour, figure: fabric.name, fact: `Fabric ${fabric.name}` }));
    const count = counts.get(fabric.id) ?? { links: 0, connections: 0 };
    const size =
      count.connections > 0 ? formatCount(count.connections, 'connection') : formatCount(count.links, 'link');
    return {
      key: fabric.id,
      shape: 'line',
      colour,
      width: 3,
      dash: null,
      label: fabric.name,
      detail: `${TECHNOLOGY[fabric.technology]}, ${size}`,
    };
  });
  return {
    link: (link) => paints.get(link.fabricId) ?? null,
    device: NO_PAINT,
    rack: NO_PAINT,
    rows,
    note: rows.length === 0 ? 'No fabric yet: draw a link between two devices.' : '',
  };
}
