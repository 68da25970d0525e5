/**
 * A drawing as plain values: the same one is shown on screen (svg-view.tsx) and written to a file (write-svg.ts).
 * Attributes are named as React names them; a colour that begins with `$` is a colour of the theme, e.g. `$text-2`.
 */

export interface SvgNode {
  readonly tag: 'svg' | 'g' | 'path' | 'line' | 'rect' | 'circle' | 'text' | 'title';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export function svg(
  tag: SvgNode['tag'],
  attributes: SvgNode['attributes'],
  children: readonly (SvgNode | string)[] = [],
): SvgNode {
  return { tag, attributes, children };
}

/** Rough width of a text in the interface font: good enough to keep labels apart without measuring on a screen. */
export function estimateTextWidth(text: string, fontSize: number): number {
  return text.length * fontSize * 0.56;
}
