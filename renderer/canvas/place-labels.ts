/**
 * Labels of links on their lines: clear of each other, of what stands there and of the runs of other links, so that one sees whose each
 * is. Greedy, in the given order. Pure.
 */
import { createLabelRoom } from './label-room.ts';
import type { LabelSize, LabelSizes } from './label-size.ts';
import type { LinkGround } from './link-ground.ts';
import { listRunSpots, type Run, surroundLabel } from './loop-runs.ts';
import type { Point } from './route-link.ts';

export interface LineToLabel {
  readonly id: string;
  readonly start: Point;
  readonly end: Point;
  /** Points on the line, the best first. */
  readonly labelSpots: readonly Point[];
  /** null = it is no loop beside racks. */
  readonly run: Run | null;
  readonly labelSizes: LabelSizes;
}

export interface PlacedLabel {
  readonly label: Point;
  /** Without room it would hide something, or could be of another line. */
  readonly hasRoom: boolean;
  readonly isStacked: boolean;
}

/** A line and a little on both sides of it. */
const lineRoomPx = 8;

export function placeLabels(lines: readonly LineToLabel[], { cards, frames }: LinkGround): Map<string, PlacedLabel> {
  const room = createLabelRoom([], cards);
  for (const { id, start, end, run } of lines) {
    if (!run) continue;
    for (const point of [start, end]) room.take(surroundLine(point, { x: run.x, y: point.y }), id);
    room.take(surroundLine({ x: run.x, y: start.y }, { x: run.x, y: end.y }), id);
    if (run.kept) room.take(run.kept, id);
  }
  const placed = new Map<string, PlacedLabel>();
  for (const line of lines) {
    const { id, labelSizes } = line;
    let found: ReturnType<typeof findSpot> = null;
    for (const size of labelSizes) found ??= findSpot(line, size);
    if (found) room.take(surroundLabel(found.label, found));
    const { label, isStacked } = found ?? { label: listSpots(line, labelSizes[0])[0], ...labelSizes[0] };
    placed.set(id, { label: label ?? line.start, hasRoom: found !== null, isStacked });
  }
  return placed;

  /** Beside racks rather than over their rims. */
  function findSpot(line: LineToLabel, size: LabelSize): (LabelSize & { label: Point }) | null {
    const open = listSpots(line, size).filter((spot) => room.isFree(surroundLabel(spot, size), line.id));
    const label = open.find((spot) => frames.isFree(surroundLabel(spot, size))) ?? open[0];
    return label ? { ...size, label } : null;
  }
}

function listSpots(line: LineToLabel, { width }: LabelSize): readonly Point[] {
  return line.run ? listRunSpots(line.run, line, width) : line.labelSpots;
}

/** Along one axis. */
function surroundLine(a: Point, b: Point) {
  const half = lineRoomPx / 2;
  return {
    x: Math.min(a.x, b.x) - half,
    y: Math.min(a.y, b.y) - half,
    width: Math.abs(a.x - b.x) + lineRoomPx,
    height: Math.abs(a.y - b.y) + lineRoomPx,
  };
}
