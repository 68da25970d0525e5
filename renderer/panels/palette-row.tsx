/** One part in the palette: can be dragged to the canvas, or added by double click and Enter. */
import type { DragEvent, KeyboardEvent, ReactElement } from 'react';
import { memo } from 'react';
import type { Part } from '#core/catalog/part.ts';
import { setDragPart } from '../store/view-store.ts';
import { describeStatus, formatPartName, listKeyFacts } from './part-facts.ts';

interface PaletteRowProps {
  readonly part: Part;
  /** In a list that is not by maker. */
  readonly showsMaker: boolean;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onMove: (step: number) => void;
  readonly onAdd: () => void;
}

const PAGE = 8;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

/** A label with the part's name that follows the pointer, in place of a ghost of the whole row. */
function showDragImage(event: DragEvent, text: string): void {
  const image = document.createElement('div');
  image.className = 'palette-drag';
  image.textContent = text;
  document.body.append(image);
  event.dataTransfer.setDragImage(image, 12, 14);
  // The browser takes its picture after this handler has returned.
  setTimeout(() => image.remove(), 0);
}

export const PaletteRow = memo(function PaletteRow(props: PaletteRowProps): ReactElement {
  const { part, showsMaker, isTabStop, onFocus, onMove, onAdd } = props;
  const status = describeStatus(part);
  // A fact stays whole when the line wraps, and its dot goes with it.
  const facts = listKeyFacts(part)
    .map((fact) => fact.replaceAll(' ', '\u00a0'))
    .join(' \u00b7\u00a0');

  const onDragStart = (event: DragEvent): void => {
    event.dataTransfer.setData('application/x-weft-part', part.id);
    event.dataTransfer.effectAllowed = 'copy';
    showDragImage(event, formatPartName(part));
    setDragPart(part.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (event.key === 'Enter') onAdd();
    else if (step !== undefined) onMove(step);
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="button"
      draggable
      tabIndex={isTabStop ? 0 : -1}
      className="palette__row"
      data-part={part.id}
      data-testid={`part-${part.id}`}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onDoubleClick={onAdd}
      onDragStart={onDragStart}
      onDragEnd={() => setDragPart(null)}
    >
      <span className="palette__name">
        {showsMaker ? formatPartName(part) : part.model}
        {status ? <span className="palette__status">{status}</span> : null}
      </span>
      {facts ? <span className="palette__facts">{facts}</span> : null}
    </div>
  );
});
