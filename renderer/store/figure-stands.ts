/**
 * Figures that are painted have no element a card could stand beside: one of two stands where the figure is, by turns, so that
 * each figure has one of its own.
 */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** On `root`, px. The same key as before is the same figure, and keeps its stand. */
export type StandAt = (root: HTMLElement, key: string, place: Place) => HTMLElement;

export function createStands(): StandAt {
  const [one, other] = [document.createElement('span'), document.createElement('span')];
  for (const stand of [one, other]) stand.style.cssText = 'position: absolute; pointer-events: none';
  let last = other;
  return (root, key, { x, y, width, height }) => {
    if (last.dataset['stand'] !== key) last = last === one ? other : one;
    last.dataset['stand'] = key;
    Object.assign(last.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    if (last.parentElement !== root) root.append(last);
    return last;
  };
}
