/**
 * The overview in the corner: all tiles on a small bitmap, painted when the drawing changes, and the view as a box over it that
 * follows without painting. Drag moves the view, the wheel zooms.
 */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type PointerEvent, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { surround } from '../../store/free-spot.ts';
import type { Box } from '../route-link.ts';
import { createPalette } from './far-palette.ts';
import type { FarContent } from './paint-picture.ts';

const size = { width: 200, height: 150 };
const padding = 8;
const leastDotPx = 1.25;
const wheelFactor = 1.0015;

interface Scale {
  readonly origin: Box;
  readonly factor: number;
}

export function OverviewMap({ content }: { content: FarContent }) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<SVGRectElement>(null);
  const { tiles } = content.scene;
  const scale = useMemo(() => fit(surround(tiles.map((tile) => tile.box))), [tiles]);

  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const paintNow = (): void => paint(element, content, scale);
    paintNow();
    const themes = new MutationObserver(paintNow);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => themes.disconnect();
  }, [content, scale]);

  useLayoutEffect(() => {
    const follow = (): void => {
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      const shown = toMap({ x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }, scale);
      view.current?.setAttribute('x', String(shown.x));
      view.current?.setAttribute('y', String(shown.y));
      view.current?.setAttribute('width', String(Math.max(2, shown.width)));
      view.current?.setAttribute('height', String(Math.max(2, shown.height)));
    };
    follow();
    return store.subscribe((state, previous) => {
      if (state.transform !== previous.transform || state.width !== previous.width) follow();
    });
  }, [store, scale]);

  const goTo = useCallback(
    (event: PointerEvent<SVGSVGElement>) => {
      if (event.buttons !== 1) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const box = event.currentTarget.getBoundingClientRect();
      const x = (event.clientX - box.left) / scale.factor + scale.origin.x;
      const y = (event.clientY - box.top) / scale.factor + scale.origin.y;
      void flow.setCenter(x, y, { zoom: flow.getZoom() });
    },
    [flow, scale],
  );

  return (
    <div className="cv-map nodrag nopan nowheel" data-floats data-testid="overview-map">
      <canvas ref={canvas} style={size} aria-hidden="true" />
      <svg
        {...size}
        role="img"
        aria-label="Overview map"
        onPointerDown={goTo}
        onPointerMove={goTo}
        onWheel={(event) => void flow.zoomTo(flow.getZoom() * wheelFactor ** -event.deltaY)}
      >
        <rect ref={view} className="cv-map-view" rx={2} />
      </svg>
    </div>
  );
}

function fit(around: Box | null): Scale {
  const box = around ?? { x: 0, y: 0, width: 1000, height: 750 };
  const room = { width: size.width - 2 * padding, height: size.height - 2 * padding };
  const factor = Math.min(room.width / Math.max(1, box.width), room.height / Math.max(1, box.height));
  const width = size.width / factor;
  const height = size.height / factor;
  return {
    factor,
    origin: { x: box.x - (width - box.width) / 2, y: box.y - (height - box.height) / 2, width, height },
  };
}

function toMap(box: Box, { origin, factor }: Scale): Box {
  return {
    x: (box.x - origin.x) * factor,
    y: (box.y - origin.y) * factor,
    width: box.width * factor,
    height: box.height * factor,
  };
}

function paint(element: HTMLCanvasElement, content: FarContent, scale: Scale): void {
  const context = element.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio || 1;
  element.width = size.width * ratio;
  element.height = size.height * ratio;
  context.scale(ratio, ratio);
  const palette = createPalette(element.parentElement ?? document.body);
  const grounds = { rack: palette.colour('var(--text-3)'), selected: palette.colour('var(--accent)') };
  for (const { id, box, device, strips } of content.scene.tiles) {
    const isSelected = content.selected.has(id) || strips.some((strip) => content.selected.has(strip.id));
    const dot = toMap(box, scale);
    context.fillStyle = isSelected
      ? grounds.selected
      : device
        ? palette.colour('var(--role)', `cv-role-${device.role}`)
        : grounds.rack;
    context.globalAlpha = isSelected ? 1 : 0.6;
    context.fillRect(dot.x, dot.y, Math.max(leastDotPx, dot.width), Math.max(leastDotPx, dot.height));
  }
}
