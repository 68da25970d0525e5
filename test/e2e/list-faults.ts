/** What axe finds on the page, at the levels WCAG 2.2 A and AA; faults of lesser weight are not held against a view. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from './weft-test.ts';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The view in the middle, and whatever lies over it: the panels around it are looked at once, with the first view. */
export const CENTRE = ['.centre', '[role="dialog"]', '[role="menu"]', '[role="listbox"]'];

export const DIALOG = ['[role="dialog"]'];

/**
 * `within`: selectors of the parts to look at; those that are not there are left out. Looked at in the light theme and in the dark one. Both
 * draw the same elements, so the dark one is held to its contrast alone: that is a third of the time.
 */
export async function listFaults(page: Page, within: readonly string[] = ['html']): Promise<string[]> {
  // A script tag would break the content policy; evaluation by the debugger does not.
  await page.evaluate(await axeSource);
  const light = await runAxe(page, within, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  await switchScheme(page, 'dark');
  const dark = await runAxe(page, within, { type: 'rule', values: ['color-contrast'] });
  await switchScheme(page, 'light');
  return [...light, ...dark.map((fault) => `in the dark theme, ${fault}`)];
}

/** Waits until colours on their way to the other theme have arrived: half-way they are nobody's choice. */
async function switchScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
}

async function runAxe(page: Page, within: readonly string[], runOnly: RunOptions['runOnly']): Promise<string[]> {
  const results = await page.evaluate<AxeResults>(`(() => {
    const include = ${JSON.stringify(within)}.filter((selector) => document.querySelector(selector) !== null);
    return axe.run({ include }, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] });
  })()`);
  expect(results.passes.length + results.incomplete.length, 'rules that looked at something').toBeGreaterThan(0);
  return results.violations
    .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
    .map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
