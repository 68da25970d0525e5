/** Shows and hides the explaining card; a short wait keeps it from flickering while the pointer passes by. */
import { type Hint, setInteraction } from './interaction.ts';

const waitMs = 350;
let timer: ReturnType<typeof setTimeout> | undefined;

export function showHint(element: Element, title: string, lines: readonly string[]): void {
  wait(title, lines, () => (element.isConnected ? element.getBoundingClientRect() : null));
}

/** For things without a box of their own, such as a line: shows beside the pointer. */
export function showHintAt(point: { clientX: number; clientY: number }, title: string, lines: readonly string[]): void {
  const { clientX: x, clientY: y } = point;
  wait(title, lines, () => ({ left: x, right: x, top: y - 8, bottom: y + 8 }));
}

function wait(title: string, lines: readonly string[], measure: () => Hint['anchor'] | null): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const box = measure();
    if (!box) return;
    const { left, right, top, bottom } = box;
    setInteraction({ hint: { title, lines, anchor: { left, right, top, bottom } } });
  }, waitMs);
}

export function hideHint(): void {
  clearTimeout(timer);
  setInteraction({ hint: null });
}
