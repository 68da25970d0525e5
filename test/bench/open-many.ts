/** A drawing of 10,000 separate items opened and saved in a browser, and what its report weighs on the way to the window. */
import { serialize } from 'node:v8';
import type { Page } from '@playwright/test';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { builtInPrices } from '#assets/catalog/built-in-prices.ts';
import { analyse } from '#core/analysis/analyse.ts';
import { Memory } from '#core/base/memory.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { ReplyTeller } from '../../renderer/workers/reply-tables.ts';
import { round } from '../support/time-parts.ts';
import type { BrowserSession } from './browser-session.ts';

interface Moments {
  /** Clock time after the double click, ms. */
  readonly pictureMs: number;
  readonly figuresMs: number;
}

/** Told by the page itself, so that nothing of ours stands between the click and the frame. */
function watchMoments(page: Page, figures: string): Promise<void> {
  return page.evaluate((wanted) => {
    const found: { pictureMs?: number; figuresMs?: number } = {};
    Object.assign(window, { benchMoments: found });
    const begin = (): void => {
      const startedAt = performance.now();
      const look = (): void => {
        const now = performance.now() - startedAt;
        // Painted in the frame before this one.
        if (document.querySelector('.cv-root[data-sight="far"]')) found.pictureMs ??= now;
        const shown = document.querySelector('[data-testid="metric-gpus"]')?.textContent ?? '';
        if (shown.replaceAll(/\D/g, '').includes(wanted)) found.figuresMs ??= now;
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(() => requestAnimationFrame(look));
    };
    window.addEventListener('dblclick', begin, { capture: true, once: true });
  }, figures);
}

/** `gpuCount`: what the figures show when they are there. */
export async function measureOpenAndSave(session: BrowserSession, name: string, gpuCount: number): Promise<void> {
  const { page, watch } = session;
  await page.getByTestId('canvas').waitFor();
  await page.waitForTimeout(2000);
  await page.getByRole('menuitem', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Open/ }).click();
  const file = page.getByRole('dialog').getByText(name).first();
  await file.waitFor();
  await watchMoments(page, String(gpuCount));
  const opened = await watch(async () => {
    await file.dblclick();
    await page.waitForFunction(
      () => 'figuresMs' in (window as unknown as { benchMoments: object }).benchMoments,
      null,
      {
        timeout: 120_000,
      },
    );
    await page.waitForTimeout(1000);
  });
  const moments = await page.evaluate(() => (window as unknown as { benchMoments: Moments }).benchMoments);
  await page.getByTestId('canvas').click({ position: { x: 20, y: 20 } });
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(500);
  // First it is kept for recovery, then saved.
  const saved = await watch(async () => {
    await page.waitForTimeout(4000);
    await page.keyboard.press('ControlOrMeta+s');
    await page.getByText(`Saved ${name}`).first().waitFor();
  });
  console.log('10,000 items, opened and saved: clock time, and tasks of the main thread');
  console.table([
    {
      'first picture ms': round(moments.pictureMs),
      'figures ms': round(moments.figuresMs),
      'all tasks ms': round(opened.totalMs),
      'longest tasks ms': opened.tasksMs.slice(0, 4).map(Math.round).join(', '),
      'longest of saving ms': round(saved.tasksMs[0] ?? 0),
    },
  ]);
}

/** The worker's side of it, in this process: processor time, and bytes told to the window at first and after one small edit. */
export function measureReport(design: Design): void {
  const catalog = createCatalog(builtInParts, builtInPrices);
  const memory = new Memory();
  const teller = new ReplyTeller();
  const rows = [design, renameOne(design)].map((drawn, turn) => {
    const before = process.cpuUsage();
    const { netlist, diagnostics } = elaborate(drawn, catalog, memory);
    const report = analyse(netlist, diagnostics, memory);
    memory.endTurn();
    const { user, system } = process.cpuUsage(before);
    let toldBytes = 0;
    for (const { message } of teller.list({ kind: 'report', report })) toldBytes += serialize(message).length;
    return {
      report: turn === 0 ? 'first' : 'after a device is renamed',
      'processor ms': round((user + system) / 1000),
      'kB as it is': Math.round(serialize(report).length / 1000),
      'kB told': Math.round(toldBytes / 1000),
    };
  });
  console.log('10,000 items, their report');
  console.table(rows);
}

function renameOne(design: Design): Design {
  const [device] = Object.values(design.devices);
  if (!device) throw new Error('a drawing without devices');
  return { ...design, devices: { ...design.devices, [device.id]: { ...device, name: 'renamed' } } };
}
