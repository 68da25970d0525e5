/** The theme's colours and type as a bitmap needs them: resolved by the page once, forgotten when the theme changes. */

export interface FarPalette {
  /** `var(--fabric-1)` or any CSS colour as the page shows it; `className` for what is defined on a class only. */
  readonly colour: (css: string, className?: string) => string;
  /** `var(--text-xs)` in px. */
  readonly textPx: number;
  readonly family: string;
}

/** `host` is where the probe stands, one for all, so that what is set on the canvas holds for it. */
export function createPalette(host: HTMLElement): FarPalette {
  /** By class, then by colour: tens of thousands are asked for in one picture. */
  const known = new Map<string, Map<string, string>>();
  const probe = host.querySelector<HTMLElement>(':scope > [data-probe]') ?? document.createElement('span');
  probe.hidden = true;
  probe.dataset['probe'] = '';
  host.append(probe);
  probe.style.fontSize = 'var(--text-xs)';
  const { fontSize, fontFamily } = getComputedStyle(probe);
  return {
    textPx: Number.parseFloat(fontSize) || 11,
    family: fontFamily,
    colour(css, className = '') {
      const own = known.get(className) ?? new Map<string, string>();
      const before = own.get(css);
      if (before !== undefined) return before;
      probe.className = className;
      probe.style.color = css;
      const resolved = getComputedStyle(probe).color;
      known.set(className, own.set(css, resolved));
      return resolved;
    },
  };
}
