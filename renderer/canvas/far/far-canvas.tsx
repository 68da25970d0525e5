/**
 * The bitmap behind the nodes. While the view moves the last picture is only stretched and shifted, which costs nothing; it is
 * painted anew when the view has come to rest, and where that is quick in every frame from afar, and when the view leaves the picture.
 */
import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import { keepFigures } from './far-figures.ts';
import { VIEW_REST_MS } from '../view-rest.ts';
import { createPalette, type FarPalette } from './far-palette.ts';
import type { FarView } from './far-view.ts';
import { type FarContent, paintPicture } from './paint-picture.ts';

/** Room around the view in the picture, in shares of its size, so that a short pan shows no blank edge. */
const margin = 0.2;
/** Pictures quicker than this are painted in every frame of a gesture. */
const quickMs = 7;
const mostPixelRatio = 2;

export function FarCanvas({ content }: { content: FarContent }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const painting = useRef<ReturnType<typeof createPainting> | null>(null);

  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const current = createPainting(element, () => store.getState());
    painting.current = current;
    const stopFollowing = store.subscribe((state, previous) => {
      if (state.width !== previous.width || state.height !== previous.height) current.renew();
      else if (state.transform !== previous.transform) current.follow();
    });
    const themes = new MutationObserver(() => current.forgetTheme());
    themes.observe(document.documentElement, { attributes: true });
    return () => {
      stopFollowing();
      themes.disconnect();
      current.stop();
      painting.current = null;
    };
  }, [store]);
  useLayoutEffect(() => painting.current?.show(content), [content]);

  return <canvas ref={canvas} className="cv-far" data-testid="far-view" aria-hidden="true" />;
}

interface Pane {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly [number, number, number];
}

function createPainting(element: HTMLCanvasElement, readPane: () => Pane) {
  const context = element.getContext('2d');
  let content: FarContent | null = null;
  let palette: FarPalette | null = null;
  let painted: FarView | null = null;
  /** What the picture is of, and for which view. */
  let shown: { readonly content: FarContent; readonly transform: Pane['transform'] } | null = null;
  let lastCostMs = 0;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function paint(): void {
    frame = 0;
    const pane = readPane();
    if (!context || !content || pane.width === 0) return;
    const isEmpty = content.nodes === null && content.links === null;
    element.hidden = isEmpty;
    if (isEmpty) {
      keepFigures(null, []);
      return;
    }
    const startedAt = performance.now();
    palette ??= createPalette(element.parentElement ?? document.body);
    const view = frameView(pane);
    const ratio = Math.min(mostPixelRatio, window.devicePixelRatio || 1);
    const width = Math.round(view.width * view.zoom * ratio);
    const height = Math.round(view.height * view.zoom * ratio);
    if (element.width !== width || element.height !== height) {
      element.width = width;
      element.height = height;
      element.style.width = `${width / ratio}px`;
      element.style.height = `${height / ratio}px`;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    keepFigures(view, paintPicture(context, palette, content, view));
    painted = view;
    shown = { content, transform: pane.transform };
    stretch(pane);
    lastCostMs = performance.now() - startedAt;
  }

  /** Puts the last picture where the view has it now. */
  function stretch({ transform: [x, y, zoom] }: Pane): void {
    if (!painted) return;
    const scale = zoom / painted.zoom;
    element.style.transform = `translate(${painted.x * zoom + x}px, ${painted.y * zoom + y}px) scale(${scale})`;
  }

  function renew(): void {
    if (frame === 0) frame = requestAnimationFrame(paint);
  }

  /** A view that jumped has its picture already. */
  function settle(): void {
    if (shown?.content !== content || shown?.transform !== readPane().transform) renew();
  }

  return {
    renew,
    follow(): void {
      stretch(readPane());
      clearTimeout(rest);
      rest = setTimeout(settle, VIEW_REST_MS);
      const isWanted = content?.isFar || (painted !== null && !covers(painted, readPane()));
      if (isWanted && lastCostMs < quickMs && frame === 0) frame = requestAnimationFrame(paint);
    },
    show(next: FarContent): void {
      content = next;
      renew();
    },
    forgetTheme(): void {
      palette = null;
      renew();
    },
    stop(): void {
      clearTimeout(rest);
      cancelAnimationFrame(frame);
    },
  };
}

/** Whether the picture reaches to every edge of the view. */
function covers(painted: FarView, { width, height, transform: [x, y, zoom] }: Pane): boolean {
  return (
    painted.x <= -x / zoom &&
    painted.y <= -y / zoom &&
    painted.x + painted.width >= (width - x) / zoom &&
    painted.y + painted.height >= (height - y) / zoom
  );
}

function frameView({ width, height, transform: [x, y, zoom] }: Pane): FarView {
  const dx = width * margin;
  const dy = height * margin;
  return {
    x: (-x - dx) / zoom,
    y: (-y - dy) / zoom,
    width: (width + 2 * dx) / zoom,
    height: (height + 2 * dy) / zoom,
    zoom,
  };
}
