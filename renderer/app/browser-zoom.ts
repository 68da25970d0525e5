/**
 * Zoom of the whole interface in a browser, which lets no page set its own: CSS `zoom` on the root. Under it the browser lays out
 * in zoomed pixels, but goes on telling pointers and boxes in those of the screen; whoever subtracts one from the other, as we,
 * React Flow and every popover do, would be off. So what the browser tells is put into zoomed pixels too, as it does for its own
 * zoom. Nothing is touched until the zoom is changed for the first time.
 */

let factor = 1;
let isInstalled = false;

type Measure = (this: object, ...args: unknown[]) => unknown;

/** A read-only number of the browser, told in zoomed pixels. */
function scaleNumbers(owner: object, names: readonly string[], toZoomed: (px: number) => number): void {
  for (const name of names) {
    const original = Object.getOwnPropertyDescriptor(owner, name);
    const read = original?.get;
    if (!original || !read) continue;
    Object.defineProperty(owner, name, {
      ...original,
      get(this: object) {
        return toZoomed(read.call(this) as number);
      },
    });
  }
}

function wrapMethod(owner: object, name: string, wrap: (original: Measure) => Measure): void {
  const original = Object.getOwnPropertyDescriptor(owner, name);
  if (typeof original?.value === 'function') {
    Object.defineProperty(owner, name, { ...original, value: wrap(original.value as Measure) });
  }
}

const scaleRect = ({ x, y, width, height }: DOMRect): DOMRect =>
  new DOMRect(x / factor, y / factor, width / factor, height / factor);

function scaleBoxes(owner: object): void {
  wrapMethod(
    owner,
    'getBoundingClientRect',
    (original) =>
      function getBoundingClientRect(this: object) {
        const rect = original.call(this) as DOMRect;
        return factor === 1 ? rect : scaleRect(rect);
      },
  );
  wrapMethod(
    owner,
    'getClientRects',
    (original) =>
      function getClientRects(this: object) {
        const rects = original.call(this) as DOMRectList;
        return factor === 1 ? rects : [...rects].map(scaleRect);
      },
  );
}

/** Asked with zoomed pixels, as the pointer was told in. */
function scalePicking(owner: object): void {
  for (const name of ['elementFromPoint', 'elementsFromPoint']) {
    wrapMethod(
      owner,
      name,
      (original) =>
        function pick(this: object, x: unknown, y: unknown) {
          return original.call(this, Number(x) * factor, Number(y) * factor);
        },
    );
  }
}

function install(): void {
  if (isInstalled) return;
  isInstalled = true;
  const divide = (px: number): number => px / factor;
  const pointer = ['clientX', 'clientY', 'pageX', 'pageY', 'offsetX', 'offsetY', 'movementX', 'movementY', 'x', 'y'];
  scaleNumbers(MouseEvent.prototype, pointer, divide);
  if ('Touch' in window) scaleNumbers(Touch.prototype, ['clientX', 'clientY', 'pageX', 'pageY'], divide);
  scaleNumbers(VisualViewport.prototype, ['width', 'height', 'offsetLeft', 'offsetTop'], divide);
  scaleNumbers(window, ['innerWidth', 'innerHeight'], divide);
  // Drawings are as fine as the screen allows.
  scaleNumbers(window, ['devicePixelRatio'], (ratio) => ratio * factor);
  scaleBoxes(Element.prototype);
  scaleBoxes(Range.prototype);
  scalePicking(Document.prototype);
}

/** 1 = as large as the browser shows it by itself. */
export function setBrowserZoom(next: number): void {
  if (next === factor) return;
  install();
  factor = next;
  const { style } = document.documentElement;
  style.setProperty('zoom', String(next));
  style.setProperty('--interface-zoom', String(next));
  // What measures itself does so anew.
  window.dispatchEvent(new Event('resize'));
}
