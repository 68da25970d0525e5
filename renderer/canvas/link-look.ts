/** How a link of the page looks, read from its elements: the style sheets stay the only ones that say it. */
export interface LinkLook {
  readonly opacity: number;
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
  /** Around the line; null = none. */
  readonly halo: { readonly colour: string; readonly width: number } | null;
  /** Where it begins and ends; null = not shown. */
  readonly end: { readonly colour: string; readonly rim: string; readonly rimWidth: number } | null;
}

/** `link`: the element that LinkEdgeView draws. */
export function readLinkLook(link: Element): LinkLook | null {
  const line = link.querySelector('.cv-link-line');
  const halo = link.querySelector('.cv-link-halo');
  const end = link.querySelector('.cv-link-end');
  if (!line || !halo || !end) return null;
  const lineStyle = getComputedStyle(line);
  const haloStyle = getComputedStyle(halo);
  const endStyle = getComputedStyle(end);
  const { strokeDasharray } = lineStyle;
  return {
    opacity: Number(getComputedStyle(link).opacity),
    colour: lineStyle.stroke,
    width: Number.parseFloat(lineStyle.strokeWidth),
    dash: strokeDasharray === 'none' ? [] : strokeDasharray.split(',').map((part) => Number.parseFloat(part)),
    halo: isClear(haloStyle.stroke)
      ? null
      : { colour: haloStyle.stroke, width: Number.parseFloat(haloStyle.strokeWidth) },
    end:
      endStyle.display === 'none'
        ? null
        : { colour: endStyle.fill, rim: endStyle.stroke, rimWidth: Number.parseFloat(endStyle.strokeWidth) },
  };
}

function isClear(colour: string): boolean {
  return colour === 'none' || colour === 'transparent' || colour === 'rgba(0, 0, 0, 0)';
}
