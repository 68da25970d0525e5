/** The floor plan on paper: the whole floor fitted to a landscape sheet, drawn in the light theme, with its legend in words. */
import { type ReactElement, useEffect, useLayoutEffect, useRef } from 'react';
import { formatLength } from '../../ui/format.ts';
import { PrintSheet } from '../../ui/print-sheet.tsx';
import { fitBox } from './camera.ts';
import { drawFloor, drawNames } from './draw-floor.ts';
import { createDrawing } from './drawing.ts';
import { Swatch } from './floor-legend.tsx';
import { readPalette } from './floor-palette.ts';
import { boundFloor, type FloorScene } from './floor-scene.ts';

/** What fits a sheet of A4 within its margins, at 4 pixels a millimetre. */
const SHEET_PX = { width: 1108, height: 640 };
/** Pixels of the canvas for each of those. */
const FINENESS = 2;

interface FloorSheetProps {
  readonly scene: FloorScene;
  readonly onDone: () => void;
}

/** Opens the print dialog once it is drawn, and is done when that closes. */
export function FloorSheet({ scene, onDone }: FloorSheetProps): ReactElement {
  const ref = useRef<HTMLCanvasElement>(null);
  const { plan, colours } = scene;
  const used = new Set(colours.stepOf);
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d', { alpha: false });
    const box = boundFloor(plan);
    if (!canvas || !context || !box) return;
    const light = readPalette(canvas);
    const palette = { ...light, colours: { ...light.colours, 'surface-0': light.colours['surface-1'] } };
    context.setTransform(FINENESS, 0, 0, FINENESS, 0, 0);
    const plain: FloorScene = { ...scene, ghost: null, current: null };
    const drawing = createDrawing(context, fitBox(box, SHEET_PX, 200), SHEET_PX, palette, plain);
    drawFloor(drawing);
    drawNames(drawing);
  }, [scene, plan]);
  useEffect(() => {
    window.addEventListener('afterprint', onDone, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', onDone);
  }, [onDone]);
  return (
    <PrintSheet orientation="landscape">
      <div className="print-page fl-sheet" data-testid="floor-sheet">
        <h1>
          {plan.rooms
            .map(({ name, widthM, depthM }) => `${name}, ${formatLength(widthM, 1)} \u00d7 ${formatLength(depthM, 1)}`)
            .join(' \u00b7 ')}
        </h1>
        <canvas ref={ref} width={SHEET_PX.width * FINENESS} height={SHEET_PX.height * FINENESS} />
        <div className="fl-sheet__legend">
          <strong>{colours.title}:</strong>
          {colours.steps.map((step, index) =>
            used.has(index) ? (
              <span key={step.label}>
                <Swatch fill={`var(--${step.token})`} hatch={step.hatch} /> {step.label}
              </span>
            ) : null,
          )}
        </div>
      </div>
    </PrintSheet>
  );
}
