/**
 * The rules panel, its fixes, and the worst bisection cut, on the example that opens first: four scalable units of DGX H100
 * (NVIDIA RA-11333-001 V11: 127 servers, 1,016 node cables, 32 leaves, 16 spines, full bisection).
 */
import type { Locator, Page } from '@playwright/test';
import { connect, dropPart, holdLink, metric, startEmpty } from './at-the-canvas.ts';
import { expect, test } from './weft-test.ts';

async function openRules(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Rules/ }).click();
  await expect(page.getByRole('list', { name: 'Design rules' })).toBeVisible();
}

function rule(page: Page, code: string): Locator {
  return page.getByTestId(`rule-${code}`);
}

/** The line itself; what it opens on may hold buttons of its own. */
function ruleLine(page: Page, code: string): Locator {
  return rule(page, code).getByRole('button').first();
}

test('every rule shows its state in words, with counts and what is missing', async ({ page }) => {
  await openRules(page);
  // R01 to R30 of the hardware reference, and the families beside them.
  expect(await page.getByTestId(/^rule-/).count()).toBeGreaterThanOrEqual(30);
  await expect(ruleLine(page, 'part.status')).toContainText('failed');
  await expect(ruleLine(page, 'part.status')).toContainText('R27');
  await expect(ruleLine(page, 'rack.fit')).toContainText('not checked');
  await ruleLine(page, 'rack.fit').click();
  await expect(rule(page, 'rack.fit')).toContainText('maximum powers of SN2201 and "UFM host');
  await expect(page.getByTestId(/^rule-/).filter({ hasText: /nothing to check/ })).not.toHaveCount(0);
});

test('rules are found by state, by family and by word', async ({ page }) => {
  await openRules(page);
  await page.getByRole('button', { name: /\d+ passed/ }).click();
  await expect(page.locator('.rule[data-state="passed"]')).toHaveCount(0);
  await expect(page.locator('.rule[data-state="failed"]')).not.toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search the rules' }).fill('R27');
  await expect(page.getByTestId(/^rule-/)).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Family of rules' }).click();
  await page.getByRole('option', { name: 'Ports' }).click();
  await expect(page.getByText('No rule fits the filter')).toBeVisible();
  await page.getByRole('button', { name: 'Show all rules' }).click();
  await expect(page.locator('.rule[data-state="passed"]')).not.toHaveCount(0);
});

/** What live regions tell of problems from the next load of the page on, in order. */
async function hearProblems(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const hear = (node: Node): void => {
      const element = node instanceof Element ? node : node.parentElement;
      const region = element?.closest('[aria-live], [role="status"], [role="alert"]');
      const text = region?.textContent ?? '';
      if (/problem/i.test(text)) heard.push(text);
    };
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        hear(target);
        for (const node of addedNodes) {
          if (node instanceof Element)
            node.querySelectorAll('[aria-live], [role="status"], [role="alert"]').forEach(hear);
        }
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as Window & { heard?: string[] }).heard ?? []);
}

test('a finding leads to its object; its fix is one click and one undo, and each change is told once', async ({
  page,
}) => {
  const listHeard = await hearProblems(page);
  await page.reload();
  await page.getByTestId('template-dgx-h100-superpod-4su.weft').click();
  await expect.poll(listHeard).toEqual(['4 problems: 4 hints.']);
  await openRules(page);
  await ruleLine(page, 'part.status').click();
  const findings = rule(page, 'part.status');
  await findings.getByRole('button', { name: /DGX H100 is no longer sold/ }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('DGX H100');
  await findings.getByRole('button', { name: 'Replace DGX H100 by its successor' }).click();
  await expect(ruleLine(page, 'part.status')).toContainText('passed');
  const undo = page.getByRole('button', { name: /^(Undo|Nothing to undo)/ });
  await undo.click();
  await expect(ruleLine(page, 'part.status')).toContainText('failed');
  await expect(undo).toBeDisabled();
  await expect.poll(listHeard).toEqual(['4 problems: 4 hints.', '3 problems: 3 hints.', '4 problems: 4 hints.']);
});

test('the metric of problems opens the panel where it was folded away', async ({ page }) => {
  await openRules(page);
  await page.getByRole('button', { name: 'Collapse problems and rules' }).click();
  await expect(page.getByRole('list', { name: 'Design rules' })).toHaveCount(0);
  await metric(page, 'problems').click();
  await expect(page.getByRole('tab', { name: /^Problems/ })).toHaveAttribute('aria-selected', 'true');
  const last = page.getByTestId('problems-panel').getByText(/DGX H100 is no longer sold/);
  await expect(last).toBeVisible();
  // The fourth finding as a whole, its second line included, at the height the panel has at first.
  for (const size of [
    { width: 1600, height: 1000 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await expect(last).toBeInViewport({ ratio: 1 });
  }
});

test('the worst cut is shown on the canvas until Escape or a selection', async ({ page }) => {
  const cut = page.locator('.cv-link-label[data-cut]');
  const fabric = page.getByRole('button', { name: /^Compute 1:1/ });
  await fabric.click();
  await page.getByRole('button', { name: 'Show on canvas' }).click();
  await expect(cut).not.toHaveCount(0);
  await expect(cut.first()).toContainText(/cut: \d+ · [\d.]+ Tb\/s/);
  await page.getByRole('button', { name: 'Shown on canvas' }).click();
  await expect(cut).toHaveCount(0);
  await page.getByRole('button', { name: 'Show on canvas' }).click();
  await page.keyboard.press('Escape');
  await expect(cut).toHaveCount(0);
  await fabric.click();
  await page.getByRole('button', { name: 'Show on canvas' }).click();
  await page.getByTestId('device-leaf').click();
  await expect(cut).toHaveCount(0);
});

test('spares are set in the design and counted', async ({ page }) => {
  const percent = page.getByRole('textbox', { name: 'Spare cables, per cent' });
  await percent.fill('2');
  await percent.press('Enter');
  await expect(page.getByText(/\d+ to buy/)).toBeVisible();
  await percent.fill('');
  await percent.press('Enter');
  await expect(page.getByText(/\d+ to buy/)).toHaveCount(0);
});

test('a link is narrowed to some members of its group', async ({ page }) => {
  await page.getByText('1 024 × 400G').click();
  await page.getByText('Pods, members, ports').click();
  const last = page.getByRole('textbox', { name: 'Last member of B' });
  const before = await metric(page, 'cables').textContent();
  await last.fill('8');
  await last.press('Enter');
  await expect(metric(page, 'cables')).not.toHaveText(before ?? '');
  await last.fill('');
  await last.press('Enter');
  await expect(metric(page, 'cables')).toContainText('2 219');
});

test('after a link is connected the keyboard is back at the canvas; a refusal stays to be read', async ({ page }) => {
  await startEmpty(page);
  await dropPart(page, 'Switches', 'qm9700', 0.45, 0.55);
  await dropPart(page, 'Switches', 'qm9700', 0.45, 0.1);
  await connect(page, 'port-device-1-data', 'port-device-2-data-bottom', '32 cables, 32 transceivers');
  await expect(page.getByTestId('canvas')).toBeFocused();
  await dropPart(page, 'Switches', 'sn2201', 0.1, 0.1);
  // Not from the port at the edge of the canvas, where a drag moves the view.
  await holdLink(page, 'port-device-2-data-bottom', 'port-device-3-data-bottom');
  await expect(page.getByTestId('link-refusal')).toBeVisible();
  await page.mouse.up();
  await page.mouse.move(10, 10);
  await expect(page.getByTestId('link-refusal')).toBeVisible();
  await expect(page.getByTestId('link-refusal')).toHaveCount(0, { timeout: 6000 });
});

test('a figure says how it is counted, and lights up what was counted', async ({ page }) => {
  const explanation = page.getByTestId('explanation');
  // The pointer that rests on a figure, wherever it stands, and leaves it.
  await page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('button', { name: /^Switches: / })
    .hover();
  await expect(explanation).toContainText('N = \u03a3(n)');
  await page.mouse.move(700, 400);
  await expect(explanation).toHaveCount(0);

  // The count at the head of a list says what it counts, to the keyboard too.
  await page.getByRole('button', { name: /^Fabrics of the design: 2\./ }).hover();
  await expect(explanation).toContainText('Out-of-band');
  await page.mouse.move(700, 400);
  await expect(explanation).toHaveCount(0);
  const makers = page.getByRole('button', { name: /^Parts: NVIDIA: / });
  await page.getByTestId('part-dgx-b200').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(makers).toBeFocused();
  await expect(explanation).toContainText('of this maker');
  await page.keyboard.press('ArrowRight');
  await expect(makers).not.toBeFocused();
  await expect(explanation).toHaveCount(0);

  // A figure in a button that leads elsewhere: the pointer is told, a press leads on, by keys it is told and kept.
  await page.getByRole('tab', { name: /^Rules/ }).hover();
  await expect(explanation).toContainText(/\d+ rules/);
  await page.getByRole('tab', { name: /^Rules/ }).click();
  await expect(explanation).toHaveCount(0);
  await ruleLine(page, 'part.status').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(explanation).toContainText('the rule is kept');
  await page.keyboard.press('Shift+E');
  await expect(page.getByRole('dialog', { name: /^How is this counted/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(ruleLine(page, 'part.status')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(explanation).toHaveCount(0);
  await expect(ruleLine(page, 'part.status')).toHaveAttribute('aria-expanded', 'true');
  await page.getByRole('tab', { name: /^Problems/ }).click();

  await page.getByRole('button', { name: 'How is this counted? GPUs' }).first().focus();
  await page.keyboard.press('Enter');
  // 127 servers of 8 GPUs.
  await expect(explanation).toContainText('1\u202f016');
  await expect(explanation).toContainText('127');
  const counted = explanation.getByRole('button', { name: /DGX H100/ });
  await counted.click();
  await expect(page.getByTestId('device-server')).toHaveAttribute('data-lit', 'true');
  await page.keyboard.press('Escape');
  await expect(explanation).toHaveCount(0);
  await expect(page.getByTestId('device-server')).toHaveAttribute('data-lit', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('device-server')).not.toHaveAttribute('data-lit', 'true');

  // On the canvas: what the pointer rests on, and by keys all figures of what is selected.
  const leaf = page.getByTestId('device-leaf');
  await leaf.locator('.cv-use-figures').hover();
  await expect(explanation).toContainText('U = O - F');
  await page.mouse.move(700, 400);
  await expect(explanation).toHaveCount(0);
  await page.locator('.cv-link-caption').first().hover();
  await expect(explanation.first()).toContainText('C = p \u00d7 k');
  await page.mouse.move(700, 400);
  await expect(explanation).toHaveCount(0);
  await leaf.click({ position: { x: 60, y: 12 } });
  await page.keyboard.press('Shift+E');
  await expect(page.getByRole('dialog', { name: 'How is this counted? Leaf' })).toBeFocused();
  // Entered by hand; stated by the maker.
  await expect(explanation.filter({ hasText: 'Members of Leaf' })).toContainText('Entered by a user');
  await expect(explanation.filter({ hasText: 'Power of Leaf, maximum' })).toContainText(
    /QM9700 \u00b7 Vendor.* \u00b7 \d{4}-\d{2}-\d{2}/,
  );
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('canvas')).toBeFocused();
  await page.getByRole('button', { name: /^Links: 6 links/ }).hover();
  await expect(explanation).toContainText('N = \u03a3(n)');

  // By keys from a row of a table to its figures: the focus shows, Enter keeps, Escape closes and gives the focus back.
  await page.getByRole('tab', { name: 'Power' }).click();
  await page.getByTestId('power-table').getByRole('row', { name: /^Leaf/ }).click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(explanation).toContainText('P = n \u00d7 p + t');
  await expect(explanation).toContainText('Says who?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^How is this counted/ })).toContainText('QM9700');
  await page.keyboard.press('Escape');
  await expect(explanation).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Maximum power of Leaf/ })).toBeFocused();
});
