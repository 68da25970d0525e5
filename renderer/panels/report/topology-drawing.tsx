/** The topology on a page: device groups in tiers, links in the colour and the dashes of their fabric, with their cables counted. */
import type { CSSProperties, ReactElement } from 'react';
import type { Design } from '#core/design/design.ts';
import type { Report } from '#core/analysis/report.ts';
import { chooseFabricColour } from '../../store/fabric-colour.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { DRAWING_WIDTH, type PlannedBox, type PlannedLine, planTopology, type TopologyPlan } from './topology-plan.ts';

/** Colour is never alone: each fabric has dashes of its own. */
const DASHES = ['none', '7 3', '2 3', '10 3 2 3', '4 2', '1 2', '12 4', '6 2 1 2 1 2'];

interface TopologyDrawingProps {
  readonly design: Design;
  readonly links: Report['links'];
  readonly modelOf: (partId: string) => string;
}

export function TopologyDrawing({ design, links, modelOf }: TopologyDrawingProps): ReactElement {
  const plan = planTopology(design, links, modelOf);
  const fabricIds = Object.keys(design.fabrics).toSorted();
  const styleOf = (fabricId: string): CSSProperties => ({
    stroke: chooseFabricColour(design.fabrics, fabricId),
    strokeDasharray: DASHES[fabricIds.indexOf(fabricId) % DASHES.length],
  });
  const shown = fabricIds.filter((id) => plan.lines.some((line) => line.fabricId === id));
  return (
    <figure className="report-drawing">
      <svg
        viewBox={`-2 -2 ${DRAWING_WIDTH + 4} ${plan.height + 4}`}
        role="img"
        aria-label={describePlan(plan)}
        data-testid="report-drawing"
      >
        {plan.lines.map((line) => (
          <path key={line.key} className="report-drawing__line" d={line.path} style={styleOf(line.fabricId)} />
        ))}
        {plan.boxes.map((box) => (
          <Box key={box.key} box={box} />
        ))}
        {plan.lines.map((line) => (
          <CableCount key={line.key} line={line} />
        ))}
      </svg>
      <figcaption>
        {shown.map((id) => (
          <span key={id} className="report-drawing__key">
            <svg width="34" height="8" aria-hidden>
              <line x1="0" y1="4" x2="34" y2="4" className="report-drawing__line" style={styleOf(id)} />
            </svg>
            {design.fabrics[id]?.name}
          </span>
        ))}
        <span>Figures on the lines are cables.</span>
        {plan.innerCableCount > 0 ? (
          <span>{formatCount(plan.innerCableCount, 'cable')} inside one group not drawn.</span>
        ) : null}
        {plan.isMerged ? <span>Groups of one role and part stand together.</span> : null}
      </figcaption>
    </figure>
  );
}

function describePlan({ boxes, lines }: TopologyPlan): string {
  const names = boxes.map(({ name, note }) => `${name}, ${note}`).join('; ');
  return `Topology: ${formatCount(boxes.length, 'group')} joined by ${formatCount(lines.length, 'trunk')}. ${names}`;
}

/** Letters that go into a box at their size. */
const NAME_LETTERS = 17;
const NOTE_LETTERS = 21;

const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}\u2026`;

function Box({ box }: { readonly box: PlannedBox }): ReactElement {
  const { x, y, width, height } = box;
  return (
    <g data-role={box.role}>
      <rect className="report-drawing__box" x={x} y={y} width={width} height={height} rx={4} />
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
