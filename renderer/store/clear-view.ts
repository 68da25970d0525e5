/**
 * Where a drawing goes so that nothing that floats over it lies on it: as large as it may be in what is left free, and from there as
 * near to the middle as it can. Elements that float over a drawing say so with `data-floats`. No React.
 */

interface Size {
  readonly width: number;
  readonly height: number;
}

/** On the pane, px. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Limits {
  /** Kept free at the edges of the pane, px. */
  readonly marginX: number;
  readonly marginY: number;
  readonly leastScale: number;
  readonly mostScale: number;
  /** Where its corner would best be; absent = so that it is in the middle. */
  readonly near?: { readonly left: number; readonly top: number } | undefined;
}

/** The top left corner of the drawing on the pane, and the pixels that one unit of it takes. */
export interface Placing {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** Between the drawing and what floats over it, px. */
const GAP_PX = 12;
/** Free areas in which a drawing would be smaller than this share are given up: then it lies under what floats. */
const LEAST_SHARE = 0.4;

/** Cost: the fourth power of how many things float, which are a handful. */
export function placeClear(drawing: Size, pane: Size, floats: readonly Edges[], limits: Limits): Placing {
  const around = listAreas(pane, floats, limits).map((area) => placeIn(area, drawing, pane, limits));
  const whole = placeIn(keepMargin(pane, limits), drawing, pane, limits);
  let best: (Placing & { readonly off: number }) | null = null;
  for (const placing of around) {
    const gain = best === null ? 1 : placing.scale / best.scale - 1;
    const isBetter = best === null || gain > 1e-6 || (gain > -1e-6 && placing.off < best.off);
    if (isBetter && placing.scale >= LEAST_SHARE * whole.scale) best = placing;
  }
  const { left, top, scale } = best ?? whole;
  return { left, top, scale };
}

export function touchesAny({ left, top, right, bottom }: Edges, floats: readonly Edges[]): boolean {
  return floats.some((own) => left < own.right && right > own.left && top < own.bottom && bottom > own.top);
}

/** What floats over the pane, wherever it belongs. Also right while the interface is zoomed, where the screen has other pixels. */
export function measureFloats(pane: HTMLElement): Edges[] {
  const box = pane.getBoundingClientRect();
  const ratio = pane.offsetWidth / Math.max(1, box.width);
  return [...document.querySelectorAll('[data-floats]')].flatMap((element): Edges[] => {
    const own = element.getBoundingClientRect();
    if (own.width === 0 || !touchesAny(own, [box])) return [];
    return [
      {
        left: (own.left - box.left) * ratio,
        top: (own.top - box.top) * ratio,
        right: (own.right - box.left) * ratio,
        bottom: (own.bottom - box.top) * ratio,
      },
    ];
  });
}

function keepMargin({ width, height }: Size, { marginX, marginY }: Limits): Edges {
  return { left: marginX, top: marginY, right: width - marginX, bottom: height - marginY };
}

/** The areas of the pane, within its margin, that end beside what floats and hold none of it. */
function listAreas(pane: Size, floats: readonly Edges[], limits: Limits): Edges[] {
  const whole = keepMargin(pane, limits);
  const lefts = [whole.left, ...floats.map(({ right }) => right + GAP_PX).filter((x) => x > whole.left)];
  const tops = [whole.top, ...floats.map(({ bottom }) => bottom + GAP_PX).filter((y) => y > whole.top)];
  const rights = [whole.right, ...floats.map(({ left }) => left - GAP_PX).filter((x) => x < whole.right)];
  const bottoms = [whole.bottom, ...floats.map(({ top }) => top - GAP_PX).filter((y) => y < whole.bottom)];
  return lefts.flatMap((left) =>
    rights.flatMap((right) =>
      tops.flatMap((top) =>
        bottoms.flatMap((bottom) => {
          const area = { left, top, right, bottom };
          return right - left < 1 || bottom - top < 1 || touchesAny(area, floats) ? [] : [area];
        }),
      ),
    ),
  );
}

function placeIn(area: Edges, drawing: Size, pane: Size, limits: Limits): Placing & { off: number } {
  const across = Math.max(1, area.right - area.left) / Math.max(drawing.width, 1e-6);
  const down = Math.max(1, area.bottom - area.top) / Math.max(drawing.height, 1e-6);
  const scale = Math.max(limits.leastScale, Math.min(limits.mostScale, across, down));
  const [width, height] = [drawing.width * scale, drawing.height * scale];
  const x = placeNear(area.left, area.right, width, limits.near?.left ?? (pane.width - width) / 2);
  const y = placeNear(area.top, area.bottom, height, limits.near?.top ?? (pane.height - height) / 2);
  return { left: x.start, top: y.start, scale, off: Math.hypot(x.off, y.off) };
}

/** Where it is wanted if that lies in the area; what is longer than the area is in the middle of the area. */
function placeNear(from: number, to: number, length: number, wanted: number): { start: number; off: number } {
  const start = length > to - from ? (from + to - length) / 2 : Math.min(Math.max(wanted, from), to - length);
  return { start, off: start - wanted };
}
