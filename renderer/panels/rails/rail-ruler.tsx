/** All servers at once beside the grid: a mark wherever a cell is wrong, to see how many and to jump there. For the pointer only. */
import { type ReactElement, useMemo } from 'react';

/** Marks that lie closer than this share of the height are one. */
const STEPS = 240;

interface RailRulerProps {
  readonly rowCount: number;
  /** Places of the rows with a wrong cell, in the shown order. */
  readonly wrongPlaces: readonly number[];
  /** Place that is chosen. */
  readonly place: number;
  readonly onJump: (place: number) => void;
}

export function RailRuler({ rowCount, wrongPlaces, place, onJump }: RailRulerProps): ReactElement {
  const marks = useMemo(
    () => [...new Set(wrongPlaces.map((wrong) => Math.floor((wrong / rowCount) * STEPS)))],
    [wrongPlaces, rowCount],
  );
  return (
    <div
      className="rails__ruler"
      aria-hidden
      title="Where cells are wrong; press to go there"
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const wanted = Math.floor(((event.clientY - box.top) / box.height) * rowCount);
        onJump(findNearest(wrongPlaces, Math.min(rowCount - 1, Math.max(0, wanted)), rowCount / 40));
      }}
    >
      <svg viewBox={`0 0 10 ${STEPS}`} preserveAspectRatio="none">
        {marks.map((mark) => (
          <rect key={mark} className="rails__mark" x="0" y={mark} width="10" height="2" />
        ))}
        <rect className="rails__here" x="0" y={(place / rowCount) * STEPS} width="10" height="1.5" />
      </svg>
    </div>
  );
}

/** The mark that was meant: a press beside one goes to it. */
function findNearest(wrongPlaces: readonly number[], place: number, within: number): number {
  const nearest = wrongPlaces.reduce(
    (best, wrong) => (Math.abs(wrong - place) < Math.abs(best - place) ? wrong : best),
    Number.POSITIVE_INFINITY,
  );
  return Math.abs(nearest - place) <= within ? nearest : place;
}
