/**
 * The example of 100,000 GPUs opened and edited in a browser: from the key that commits an edit to the frame that shows the figures
 * that counting gives, and to the one that shows all of them.
 */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { median, round } from '../support/time-parts.ts';
import { openBrowser, openFile } from './browser-session.ts';

interface Edit {
  readonly name: string;
  readonly item: string;
  /** Of the item. */
  readonly link?: string;
  readonly field: string;
  /** To and fro. */
  readonly values: readonly [string, string];
}

const EDITS: readonly Edit[] = [
  { name: 'another name', item: 'device-core', field: 'Name', values: ['Cores', 'Core'] },
  { name: 'one server less', item: 'device-server', field: 'Count', values: ['12543', '12544'] },
  { name: 'a pod of servers less', item: 'device-server', field: 'Count', values: ['12480', '12544'] },
  { name: 'a pod of spines less', item: 'device-spine', field: 'Count', values: ['1536', '1568'] },
  { name: 'one leaf less', item: 'device-leaf', field: 'Count', values: ['1567', '1568'] },
  { name: '32 cores less', item: 'device-core', field: 'Count', values: ['992', '1024'] },
  {
    name: 'other optics, leaf to spine',
    item: 'device-leaf',
    link: 'Leaf to Spine',
    field: 'Run length',
    values: ['600', '30'],
  },
];

const RUNS = 5;
const PAUSE_MS = 400;

interface EditTimes {
  readonly firstMs: number;
  readonly allMs: number;
}

/**
 * Enter in the field that has the focus; both times end with the frame after the marks of old figures are gone. The marks are
 * watched, not asked for frame by frame: that would have frames drawn beside the work.
 */
function commit(page: Page): Promise<EditTimes> {
  return page.evaluate(async () => {
    const bar = document.querySelector('.metrics') as HTMLElement;
    const counted = document.querySelector('.metrics__cell:has([data-testid="metric-cables"])') as HTMLElement;
    const nextFrame = (): Promise<number> => new Promise((next) => requestAnimationFrame(next));
    const startedAt = performance.now();
    /** When the mark is off again, after it was set. */
    const watch = (element: HTMLElement, isOld: () => boolean): Promise<number> =>
      new Promise((answer) => {
        const observer = new MutationObserver(() => {
          if (isOld()) return;
          observer.disconnect();
          void nextFrame().then(() => answer(performance.now() - startedAt));
        });
        observer.observe(element, { attributeFilter: ['data-stale'] });
      });
    const first = watch(counted, () => counted.dataset['stale'] !== undefined);
    const all = watch(bar, () => bar.dataset['stale'] === 'true');
    const input = document.activeElement as HTMLElement;
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    return { firstMs: await first, allMs: await all };
  });
}

async function measureEdit(page: Page, watch: Watch, edit: Edit): Promise<Record<string, string | number>> {
  await page.keyboard.press('Escape');
  await page.getByTestId(edit.item).click();
  if (edit.link) await page.locator('.inspector__row').getByText(edit.link).click();
  const first: number[] = [];
  const all: number[] = [];
  const longest: number[] = [];
  const totals: number[] = [];
  const fill = async (run: number): Promise<void> => {
    const field = page.getByRole('textbox', { name: edit.field, exact: true }).first();
    await field.fill(edit.values[run % 2] as string);
    // As somebody who types rests before Enter.
    await page.waitForTimeout(PAUSE_MS);
  };
  for (let run = 0; run < RUNS * 2; run += 1) {
    await fill(run);
    const { firstMs, allMs } = await commit(page);
    first.push(firstMs);
    all.push(allMs);
  }
  // Apart from the times: a trace takes some itself.
  for (let run = 0; run < 2; run += 1) {
    await fill(run);
    const { tasksMs, totalMs } = await watch(async () => {
      await commit(page);
    });
    longest.push(tasksMs[0] ?? 0);
    totals.push(totalMs);
  }
  return {
    edit: edit.name,
    'counted figures ms': median(first),
    'all figures ms': median(all),
    'counted, worst': round(Math.max(...first)),
    'all, worst': round(Math.max(...all)),
    'main thread ms': median(totals),
    'longest task ms': round(Math.max(...longest)),
  };
}

type Watch = Awaited<ReturnType<typeof openBrowser>>['watch'];

export async function measureExample(): Promise<void> {
  const text = readFileSync('examples/hundred-thousand-gpus.weft', 'utf8');
  const session = await openBrowser({ 'example.weft': text });
  const { page, watch } = session;
  await page.getByTestId('canvas').waitFor();
  // As somebody who chooses a file takes some seconds.
  await page.waitForTimeout(4000);
  let openMs = 0;
  const opened = await watch(async () => {
    await openFile(page, 'example.weft');
    const startedAt = performance.now();
    await page
      .getByTestId('metric-gpus')
      .getByText(/100.352/)
      .waitFor();
    openMs = performance.now() - startedAt;
  });
  console.log('The example of 100,000 GPUs opened: clock time, and tasks of the main thread');
  console.table([
    {
      'to figures ms': round(openMs),
      'all tasks ms': round(opened.totalMs),
      'longest task ms': round(opened.tasksMs[0] ?? 0),
    },
  ]);
  const rows: Record<string, string | number>[] = [];
  for (const edit of EDITS) rows.push(await measureEdit(page, watch, edit));
  console.log(
    'One edit of it, clock time from key to frame: the median and the worst of each, in the order they were made',
  );
  console.table(rows);
  await session.close();
}
