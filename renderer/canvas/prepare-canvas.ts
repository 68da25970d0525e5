/** Works out ahead, in turns of their own, what the first picture of a design takes: the canvas then finds it done. */
import type { Design } from '#core/design/design.ts';
import { runInTurns } from '../store/next-turn.ts';
import { layOutCanvas } from './canvas-layout.ts';
import { planScene } from './far/far-scene.ts';
import { chooseBlocks } from './far/far-view.ts';
import { surroundDrawing } from './drawing-extent.ts';
import { guessFitZoom } from './guess-fit.ts';

const steps: readonly ((design: Design) => unknown)[] = [
  layOutCanvas,
  (design) => surroundDrawing(design, layOutCanvas(design).boxes),
  (design) => planScene(design, layOutCanvas(design)),
  (design) => {
    const layout = layOutCanvas(design);
    const extent = surroundDrawing(design, layout.boxes);
    if (extent) chooseBlocks(planScene(design, layout), guessFitZoom(extent));
  },
];

export function prepareCanvas(design: Design): Promise<void> {
  return runInTurns(steps.map((step) => () => step(design)));
}
