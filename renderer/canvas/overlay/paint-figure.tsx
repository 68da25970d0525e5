/** How a node wears its paint: attributes for the style sheet, and the words beside the colour. */
import { Share2 } from 'lucide-react';
import type { CSSProperties, ReactElement } from 'react';
import type { Paint, PaintPart } from './paint.ts';
import './split-bar.css';

interface PaintedAttributes {
  readonly style?: CSSProperties;
  readonly 'aria-description'?: string;
  readonly 'data-painted'?: 'solid' | 'dashed';
  readonly 'data-quiet'?: true;
}

export function paintNode(paint: Paint | null): PaintedAttributes {
  if (!paint) return {};
  return {
    style: { '--paint': paint.colour } as CSSProperties,
    'aria-description': paint.fact,
    'data-painted': paint.dash === null ? 'solid' : 'dashed',
    ...(paint.isQuiet ? { 'data-quiet': true } : {}),
  };
}

export function PaintFigure({ paint }: { readonly paint: Paint | null }): ReactElement | null {
  if (!paint || paint.figure === '') return null;
  const isLong = paint.parts.length > 0 || paint.isShared;
  return (
    <>
      <span
        className="cv-paint"
        data-figure="paint"
        data-long={isLong || undefined}
        title={isLong ? paint.fact : undefined}
      >
        {paint.isShared ? <Share2 size={11} aria-hidden /> : null}
        {paint.figure}
      </span>
      {paint.parts.length > 1 ? <SplitBar parts={paint.parts} /> : null}
    </>
  );
}

/** Along the foot of the node; the words beside it say the same. */
function SplitBar({ parts }: { readonly parts: readonly PaintPart[] }): ReactElement {
  return (
    <span className="cv-split" aria-hidden>
      {parts.map(({ label, colour, isHatched, count }) => (
        <span
          key={label}
          data-hatched={isHatched || undefined}
          style={{ '--part': colour, flexGrow: count } as CSSProperties}
        />
      ))}
    </span>
  );
}
