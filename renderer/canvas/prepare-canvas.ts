/** Works out ahead, in turns of their own, what the first picture of a design takes: the canvas then finds it done. */
import type { Design } from '#core/design/design.ts';
import { nextTurn } from '../store/next-turn.ts';
import { layOutCanvas } from './canvas-layout.ts';
import { planScene } from './far/far-scene.ts';
import { listLines } from './merge-links.ts';

const steps: readonly ((design: Design) => unknown)[] = [
  layOutCanvas,
  listLines,
  (design) => planScene(design, layOutCanvas(design)),
];

export async function prepareCanvas(design: Design): Promise<void> {
  for (const step of steps) {
    step(design);
    await nextTurn();
  }
}
