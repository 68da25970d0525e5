/** What floats above the canvas: the card about what is under the pointer, the reason a link cannot end here. */
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { type Hint, useInteraction } from './interaction.ts';
import type { Point } from './route-link.ts';

export function HintCard() {
  const hint = useInteraction((state) => state.hint);
  const isBusy = useInteraction((state) => state.linking !== null || state.choice !== null || state.moving.size > 0);
  if (!hint || isBusy) return null;
  return createPortal(<Card hint={hint} />, document.body);
}

const cardGap = 10;

function Card({ hint }: { hint: Hint }) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    const { left, right, top, bottom } = hint.anchor;
    const fitsAbove = top - cardGap - height > 4;
    const x = Math.min(Math.max(4, (left + right - width) / 2), window.innerWidth - width - 4);
    element.style.transform = `translate(${Math.round(x)}px, ${Math.round(fitsAbove ? top - cardGap - height : bottom + cardGap)}px)`;
  }, [hint]);
  return (
    <div ref={card} className="cv-hint" role="tooltip">
      <strong>{hint.title}</strong>
      {hint.lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

/** Beside the pointer: what letting go would do beside moving. */
export function DragNote() {
  const note = useInteraction((state) => state.dragNote);
  if (!note) return null;
  if (note.isRefusal) return <Reason testId="drag-note" reason={note.text} pointer={note.pointer} />;
  const { x, y } = note.pointer;
  return createPortal(
    <div
      className="cv-reason"
      data-testid="drag-note"
      style={{ transform: `translate(${Math.round(x + 16)}px, ${Math.round(y + 18)}px)` }}
    >
      <div className="cv-drag-note" data-side={x > window.innerWidth - 240 ? 'left' : 'right'}>
        {note.text}
      </div>
    </div>,
    document.body,
  );
}

/** Beside the pointer, where the eye is; a refused link's reason outlives the gesture for a moment. */
export function LinkReason() {
  const linking = useInteraction((state) => state.linking);
  const refused = useInteraction((state) => state.refused);
  const reason = linking ? (linking.target?.refusal ?? null) : (refused?.reason ?? null);
  const pointer = linking?.pointer ?? refused?.pointer;
  return reason === null || !pointer ? null : <Reason testId="link-refusal" reason={reason} pointer={pointer} />;
}

interface ReasonProps {
  readonly testId: string;
  readonly reason: string;
  /** In client coordinates. */
  readonly pointer: Point;
}

function Reason({ testId, reason, pointer: { x, y } }: ReasonProps) {
  const isRight = x > window.innerWidth - 340;
  return createPortal(
    <div
      className="cv-reason"
      data-testid={testId}
      style={{ transform: `translate(${Math.round(x + (isRight ? -16 : 16))}px, ${Math.round(y + 18)}px)` }}
    >
      <div className="cv-reason-text" data-side={isRight ? 'left' : 'right'}>
        {reason}
      </div>
    </div>,
    document.body,
  );
}

/** Read out by screen readers as it changes. */
export function LiveRegion() {
  const announcement = useInteraction((state) => state.announcement);
  return (
    <div className="ui-visually-hidden" aria-live="polite">
      {announcement}
    </div>
  );
}
