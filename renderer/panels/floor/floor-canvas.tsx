/** The drawn plan: a canvas as large as the view and as fine as the screen, drawn again when what it shows has changed. */
import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FloorCamera } from '../../store/floor-store.ts';
import type { ScreenSize } from './camera.ts';
import { drawFloor } from './draw-floor.ts';
import { createDrawing, type FloorFigure, forgetFont } from './drawing.ts';
import { type FloorPalette, readPalette } from './floor-palette.ts';
import type { FloorScene } from './floor-scene.ts';

interface FloorCanvasProps {
  readonly scene: FloorScene;
  readonly camera: FloorCamera;
  readonly size: ScreenSize;
  /** Gets the figures that are written, and where. */
  readonly onDrawn: (figures: readonly FloorFigure[]) => void;
}

/** Read anew when theme or contrast changes. */
function usePalette(): FloorPalette {
  const [palette, setPalette] = useState(() => readPalette(document.documentElement));
  useEffect(() => {
    const observer = new MutationObserver(() => setPalette(readPalette(document.documentElement)));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-contrast'] });
    return () => observer.disconnect();
  }, []);
  return palette;
}

export function FloorCanvas({ scene, camera, size, onDrawn }: FloorCanvasProps): ReactElement {
  const ref = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const ratio = window.devicePixelRatio || 1;
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d', { alpha: false });
    if (!canvas || !context) return;
    const width = Math.round(size.width * ratio);
    const height = Math.round(size.height * ratio);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      forgetFont(context);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const drawing = createDrawing(context, camera, size, palette, scene);
    drawFloor(drawing);
    onDrawn(drawing.figures);
  }, [scene, camera, size, palette, ratio, onDrawn]);
  return <canvas ref={ref} className="fl-canvas" aria-hidden />;
}
