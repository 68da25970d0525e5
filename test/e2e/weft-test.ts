/**
 * The base of every end-to-end test: a loopback host of its own over a fresh workspace and user data folder, and its window open in a page.
 * A console error, an uncaught error or a breach of the content policy anywhere fails the test.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type RunningHost, startLoopbackHost } from '../support/loopback-host.ts';

/** A running host. */
export interface WeftHost {
  readonly workspaceFolder: string;
  readonly userDataFolder: string;
  /** A fresh start link: each opens one window. */
  createLink(): Promise<string>;
  /** Ends the host without a goodbye, as a crash would, and starts it anew over the same folders. */
  restart(): Promise<void>;
}

interface Fixtures {
  readonly weftHost: WeftHost;
  /** Errors the page has shown; a test that provokes some empties it. */
  readonly pageErrors: string[];
}

async function kill({ child }: RunningHost): Promise<void> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await closed;
}

function watchErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
}

/** Until the window is drawn: what is pressed earlier, nobody hears. To be called after a reload too. */
export async function waitForWindow(page: Page): Promise<void> {
  await expect(page.locator('#root')).not.toBeEmpty();
}

/** How many errors there were when the test itself was over. */
const countsAtEnd = new WeakMap<readonly string[], number>();

export const test = base.extend<Fixtures>({
  // Playwright reads the names of the fixtures it needs from this pattern.
  // oxlint-disable-next-line no-empty-pattern
  weftHost: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'weft-e2e-'));
    const workspaceFolder = join(folder, 'work');
    const userDataFolder = join(folder, 'user-data');
    let running = startLoopbackHost(workspaceFolder, userDataFolder);
    await provide({
      workspaceFolder,
      userDataFolder,
      createLink: () => running.nextLink(),
      async restart() {
        await kill(running);
        running = startLoopbackHost(workspaceFolder, userDataFolder);
      },
    });
    await kill(running);
    await rm(folder, { recursive: true, force: true });
  },
  pageErrors: [
    async ({ context }, provide) => {
      const errors: string[] = [];
      context.on('page', (page) => watchErrors(page, errors));
      await provide(errors);
      expect(errors.slice(0, countsAtEnd.get(errors) ?? errors.length)).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page, pageErrors, weftHost }, provide) => {
    expect(pageErrors).toEqual([]);
    await page.goto(await weftHost.createLink());
    await waitForWindow(page);
    await provide(page);
    // From here on the host goes down, and a call under way fails.
    countsAtEnd.set(pageErrors, pageErrors.length);
  },
});

export { expect };
