/**
 * A browser with the built window in it, for benchmarks: a loopback host of its own, gestures played one event a frame, and what
 * the main thread spent on each task. Time is processor time of that thread: a busy machine stretches clocks, not this.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { startLoopbackHost } from '../support/loopback-host.ts';
import { type MainThread, readMainThread, traceCategories } from './main-thread.ts';

export interface BrowserSession {
  readonly page: Page;
  /** Runs the act and tells what the main thread did meanwhile. */
  readonly watch: (act: () => Promise<void>) => Promise<MainThread>;
  readonly close: () => Promise<void>;
}

/** `files`: name to text of the designs in the workspace. */
export async function openBrowser(files: Readonly<Record<string, string>>): Promise<BrowserSession> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'));
  const workspace = join(folder, 'work');
  mkdirSync(workspace);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, name), text);
  const host = startLoopbackHost(workspace, join(folder, 'user'));
  const browser = await chromium.launch({
    executablePath: process.env['WEFT_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--disable-gpu'],
  });
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.goto(await host.nextLink());
  const devtools = await page.context().newCDPSession(page);
  return {
    page,
    watch: (act) => watch(browser, page, devtools, act),
    async close() {
      await browser.close();
      host.child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Of the workspace, by its name. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.getByRole('menuitem', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Open/ }).click();
  await page.getByRole('dialog').getByText(name).first().dblclick();
}

async function watch(
  browser: Browser,
  page: Page,
  devtools: CDPSession,
  act: () => Promise<void>,
): Promise<MainThread> {
  await browser.startTracing(page, { categories: traceCategories });
  await act();
  const trace = (await browser.stopTracing()).toString('utf8');
  await devtools.send('HeapProfiler.collectGarbage');
  return readMainThread(trace);
}

/** Clock time between frames while the gesture went on. */
export interface FrameTimes {
  readonly p50: number;
  readonly p95: number;
  readonly count: number;
}

export type Gesture =
  | { readonly kind: 'pan' | 'zoom'; readonly frames: number }
  | { readonly kind: 'drag'; readonly frames: number; readonly selector: string };

/** Plays a gesture in the middle of the canvas, one event a frame, to and fro. */
export function playGesture(page: Page, gesture: Gesture): Promise<FrameTimes> {
  return page.evaluate(async (asked) => {
    const pane = document.querySelector('.react-flow__pane') as HTMLElement;
    const box = pane.getBoundingClientRect();
    const middle = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
    // As near to the middle as the element reaches: a drag at the edge would move the view as well.
    const findGrip = (element: Element): { clientX: number; clientY: number } => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const within = (least: number, most: number, wanted: number): number => Math.max(least, Math.min(most, wanted));
      return { clientX: within(left, right, middle.clientX), clientY: within(top, bottom, middle.clientY) };
    };
    const aside = (element: Element): number => {
      const { clientX, clientY } = findGrip(element);
      return Math.hypot(clientX - middle.clientX, clientY - middle.clientY);
    };
    const grips = asked.kind === 'drag' ? [...document.querySelectorAll(asked.selector)] : [pane];
    const target = grips.reduce((nearest, other) => (aside(other) < aside(nearest) ? other : nearest));
    const start = findGrip(target);
    const mouse = (type: string, point: { clientX: number; clientY: number }, on: EventTarget): void => {
      const init = {
        ...point,
        bubbles: true,
        cancelable: true,
        view: window,
        button: 0,
        buttons: type === 'mouseup' ? 0 : 1,
      };
      on.dispatchEvent(new MouseEvent(type, init));
    };
    const step = (frame: number): void => {
      const way = Math.floor(frame / 15) % 2 === 0 ? 1 : -1;
      if (asked.kind === 'drag') {
        const x = start.clientX + 4 * (way > 0 ? frame % 15 : 15 - (frame % 15));
        mouse('mousemove', { clientX: x, clientY: start.clientY }, window);
        return;
      }
      const zooms = asked.kind === 'zoom';
      const deltas = zooms ? { deltaY: 6 * way } : { deltaX: 14 * way, deltaY: 9 * way };
      const init = { ...middle, ...deltas, ctrlKey: zooms, bubbles: true, cancelable: true, view: window };
      pane.dispatchEvent(new WheelEvent('wheel', init));
    };
    const nextFrame = (): Promise<number> => new Promise((next) => requestAnimationFrame(next));
    if (asked.kind === 'drag') mouse('mousedown', start, target);
    const gaps: number[] = [];
    let before = await nextFrame();
    for (let frame = 0; frame < asked.frames; frame += 1) {
      step(frame);
      const now = await nextFrame();
      gaps.push(now - before);
      before = now;
    }
    if (asked.kind === 'drag') mouse('mouseup', start, window);
    gaps.sort((a, b) => a - b);
    const at = (share: number): number => gaps[Math.min(gaps.length - 1, Math.floor(share * gaps.length))] ?? 0;
    return { p50: at(0.5), p95: at(0.95), count: gaps.length };
  }, gesture);
}
