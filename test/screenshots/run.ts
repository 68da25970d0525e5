/** Walks through the built app in both themes and takes its pictures: what `npm run screenshots [-- TOUR ...]` bundles and runs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serializeDesign } from '#core/io/design-file.ts';
import { startLoopbackHost } from '../support/loopback-host.ts';
import { createManyItems } from '../support/many-items.ts';
import { SCREEN, type Shoot } from './moves.ts';
import { tours } from './tours.ts';

const folder = join('assets', 'screenshots');

interface Host {
  readonly link: string;
  end(): void;
}

/** A loopback host over folders of its own. */
async function startHost(): Promise<Host> {
  const userData = mkdtempSync(join(tmpdir(), 'weft-screenshots-'));
  const designs = join(userData, 'designs');
  mkdirSync(designs);
  writeFileSync(join(designs, 'ten-thousand.weft'), serializeDesign(createManyItems(10_000)));
  const { child, nextLink } = startLoopbackHost(designs, userData);
  const link = await nextLink();
  return {
    link,
    end() {
      child.kill();
      rmSync(userData, { recursive: true, force: true });
    },
  };
}

const wanted = process.argv.slice(2);
const executablePath = process.env['WEFT_CHROMIUM'];
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--disable-gpu'] });
for (const theme of ['light', 'dark'] as const) {
  for (const [name, walk] of Object.entries(tours)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const host = await startHost();
    const page = await browser.newPage({ viewport: SCREEN, colorScheme: theme });
    const shoot: Shoot = async (picture) => {
      // Nothing is shown as hovered. Then let figures arrive, deltas fade and the canvas come to rest.
      await page.mouse.move(0, 0);
      await page.waitForTimeout(1200);
      await page.screenshot({ path: join(folder, `${picture}-${theme}.png`) });
      console.log(`${picture}-${theme}.png`);
    };
    await page.goto(host.link);
    await page.getByTestId('canvas').waitFor();
    await walk(page, shoot);
    await page.close();
    host.end();
  }
}
await browser.close();
