/**
 * The canvas in a browser: 10,000 items drawn one by one at several zooms, and the example of 100,000 GPUs opened and edited.
 * Budgets: first picture of 10,000 items under 1 s, no task of opening or saving them over 50 ms; a frame of a gesture under 17 ms
 * of the main thread in the middle and 34 ms at the 95th of 100; at most 300 nodes mounted; the example open under 2 s and one edit
 * to new figures under 200 ms.
 */
import { loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { serializeDesign } from '#core/io/design-file.ts';
import { createManyItems } from '../support/many-items.ts';
import { round } from '../support/time-parts.ts';
import { type BrowserSession, openBrowser, openFile, playGesture } from './browser-session.ts';
import { measureExample } from './example-edits.ts';
import { pickShare } from './main-thread.ts';
import { measureOpenAndSave, measureReport } from './open-many.ts';

const FRAMES = 90;
/** From afar, and near: at the first of those about as many nodes are mounted as may be. */
const FAR_ZOOMS = [0.03, 0.1, 0.2];
const NEAR_ZOOMS = [0.4, 0.7, 1, 2];

function countMounted(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('.react-flow__node').length);
}

/** By the wheel, as a user would; the last step lands on it within a few percent. */
async function zoomTo(page: Page, zoom: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const pane = document.querySelector('.react-flow__pane') as HTMLElement;
    const box = pane.getBoundingClientRect();
    const read = (): number => {
      const viewport = document.querySelector('.react-flow__viewport') as HTMLElement;
      return new DOMMatrix(getComputedStyle(viewport).transform).a;
    };
    for (let step = 0; step < 60 && Math.abs(Math.log2(wanted / read())) > 0.05; step += 1) {
      const far = Math.log2(wanted / read());
      const init = {
        clientX: box.left + box.width / 2,
        clientY: box.top + box.height / 2,
        deltaY: -Math.max(-40, Math.min(40, far * 50)),
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
        view: window,
      };
      pane.dispatchEvent(new WheelEvent('wheel', init));
      await new Promise((next) => requestAnimationFrame(next));
    }
  }, zoom);
  await page.waitForTimeout(600);
}

async function measureGestures(
  { page, watch }: BrowserSession,
  zooms: readonly number[],
): Promise<Record<string, string | number>[]> {
  const rows: Record<string, string | number>[] = [];
  for (const zoom of zooms) {
    const selector = '.react-flow__node-rack';
    for (const kind of ['pan', 'zoom', 'drag'] as const) {
      await zoomTo(page, zoom);
      if (kind === 'drag' && (await page.locator(selector).count()) === 0) continue;
      const gesture = kind === 'drag' ? { kind, frames: FRAMES, selector } : { kind, frames: FRAMES };
      let times = { p50: 0, p95: 0, count: 0 };
      const main = await watch(async () => {
        times = await playGesture(page, gesture);
      });
      rows.push({
        zoom,
        gesture: kind,
        mounted: await countMounted(page),
        'main ms p50': round(pickShare(main.framesMs, 0.5)),
        'main ms p95': round(pickShare(main.framesMs, 0.95)),
        'longest task ms': round(main.tasksMs[0] ?? 0),
        'clock ms p50': round(times.p50),
        'clock ms p95': round(times.p95),
        load: round(loadavg()[0] ?? 0),
      });
      await page.waitForTimeout(300);
    }
  }
  return rows;
}

async function measureMany(): Promise<void> {
  const design = createManyItems(10_000);
  measureReport(design);
  const session = await openBrowser({ 'many.weft': serializeDesign(design) });
  // 7 servers of 8 GPUs in each of 1,100 racks.
  await measureOpenAndSave(session, 'many.weft', 61_600);
  // To save something all was selected and moved: a drag would take all of it along.
  await session.page.getByTestId('canvas').press('Escape');
  console.log('10,000 items, gestures: processor time of the main thread and clock time, a frame');
  console.table(await measureGestures(session, [...FAR_ZOOMS, ...NEAR_ZOOMS]));
  await session.close();
}

/** All of the drawing is about as much as may be mounted. */
async function measureFew(): Promise<void> {
  const session = await openBrowser({ 'few.weft': serializeDesign(createManyItems(300)) });
  await session.page.getByTestId('canvas').waitFor();
  await openFile(session.page, 'few.weft');
  // 7 servers of 8 GPUs in each of 40 racks.
  await session.page.getByTestId('metric-gpus').getByText(/2.240/).waitFor();
  console.log('300 items, gestures');
  console.table(await measureGestures(session, NEAR_ZOOMS));
  await session.close();
}

const loadBefore = loadavg()[0] ?? 0;
console.log(
  `Load of the machine at the start: ${loadBefore.toFixed(1)} (clock times mean little above its number of cores)`,
);
await measureMany();
await measureFew();
await measureExample();
