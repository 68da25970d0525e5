/** One fabric on a page: device groups in tiers, and the trunks between them with their cables counted. */
import type { ReactElement } from 'react';
import { findRecord } from '#core/design/records.ts';
import { chooseFabricColour } from '../../store/fabric-colour.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import type { ReportContent } from './content.ts';
import { DRAWING_WIDTH, type PlannedBox, type PlannedLine, planTopology } from './topology-plan.ts';

interface TopologyDrawingProps {
  readonly content: ReportContent;
  readonly fabricId: string;
}

export function TopologyDrawing({ content, fabricId }: TopologyDrawingProps): ReactElement {
  const { design, report, findPart } = content;
  const plan = planTopology(design, report.links, fabricId, (partId) => findPart(partId)?.model ?? partId);
  const name = findRecord(design.fabrics, fabricId)?.name ?? fabricId;
  const names = plan.boxes.map((box) => `${box.name}, ${box.note}`).join('; ');
  return (
    <figure className="report-drawing">
      <h4>{name}</h4>
      <svg
        viewBox={`-2 ${plan.top - 2} ${DRAWING_WIDTH + 4} ${plan.height - plan.top + 4}`}
        role="img"
        aria-label={`Topology of ${name}: ${formatCount(plan.boxes.length, 'group')}, ${formatCount(plan.lines.length, 'trunk')}. ${names}`}
        style={{ color: chooseFabricColour(design.fabrics, fabricId) }}
      >
        {plan.lines.map((line) => (
          <path key={line.key} className="report-drawing__line" d={line.path} />
        ))}
        {plan.boxes.map((box) => (
          <Box key={box.key} box={box} />
        ))}
        {plan.lines.map((line) => (
          <CableCount key={line.key} line={line} />
        ))}
      </svg>
      <figcaption>
        Figures on the lines are cables.
        {plan.innerCableCount > 0 ? ` ${formatCount(plan.innerCableCount, 'cable')} inside one group not drawn.` : ''}
        {plan.isMerged ? ' Groups of one role and part stand together.' : ''}
      </figcaption>
    </figure>
  );
}

/** Letters that go into a box at their size. */
const NAME_LETTERS = 15;
const NOTE_LETTERS = 20;

const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}\u2026`;

function Box({ box }: { readonly box: PlannedBox }): ReactElement {
  const { x, y, width, height, isSwitch } = box;
  return (
    <g>
      <title>{`${box.name}, ${box.note}`}</title>
      <rect
        className="report-drawing__box"
        data-switch={isSwitch || undefined}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={4}
      />
      <text className="report-drawing__name" x={x + width / 2} y={y + 16}>
        {shorten(box.name, NAME_LETTERS)}
      </text>
      <text className="report-drawing__note" x={x + width / 2} y={y + 30}>
        {shorten(box.note, NOTE_LETTERS)}
      </text>
    </g>
  );
}

function CableCount({ line }: { readonly line: PlannedLine }): ReactElement {
  return (
    <text className="report-drawing__count" x={line.labelX} y={line.labelY + 3}>
      {formatNumber(line.cableCount)}
    </text>
  );
}
