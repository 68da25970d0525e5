/** How a node wears its paint: attributes for the style sheet, and the words beside the colour. */
import type { CSSProperties, ReactElement } from 'react';
import type { Paint } from './paint.ts';

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
  return (
    <span className="cv-paint" data-figure="paint">
      {paint.figure}
    </span>
  );
}
