/** The loopback host in a real browser: its own window comes in, other pages do not. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, waitForWindow } from './weft-test.ts';

test('the window opens by its link, survives a reload, and shows no code in its address', async ({ page }) => {
  await expect(page).not.toHaveURL(/start=/);
  await expect(page.locator('#root')).not.toBeEmpty();
  await expect(page.getByText('could not start')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('#root')).not.toBeEmpty();
  await expect(page.getByText('could not start')).toHaveCount(0);
});

test('another tab without a link is told how to get one', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto(new URL(page.url()).origin);
  await expect(other.getByText('was not opened by a start link')).toBeVisible();
});

test('a used link is refused with the reason', async ({ weftHost, context, pageErrors }) => {
  const link = await weftHost.createLink();
  const first = await context.newPage();
  await first.goto(link);
  await waitForWindow(first);
  const second = await context.newPage();
  await second.goto(link);
  await expect(second.getByText('used already')).toBeVisible();
  // The browser itself reports the refused request.
  await expect.poll(() => pageErrors.join()).toContain('403');
  pageErrors.splice(0);
  // The host goes before the browser does: whatever still loads would be told as an error.
  await first.close();
  await second.close();
});

test('a page of another origin can neither call, nor read, nor frame the window', async ({
  page,
  context,
  pageErrors,
}) => {
  const origin = new URL(page.url()).origin;
  const hostile = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<iframe src="${origin}/"></iframe>`);
  });
  await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
  const attacker = await context.newPage();
  await attacker.goto(`http://127.0.0.1:${(hostile.address() as AddressInfo).port}/`);
  const outcomes = await attacker.evaluate(async (target) => {
    const attempt = (path: string, init: RequestInit) =>
      fetch(target + path, init).then(
        (response) => (response.type === 'opaque' ? 'opaque' : `read ${response.status}`),
        () => 'blocked',
      );
    return [
      await attempt('/', {}),
      await attempt('/api/getInfo', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[]' }),
      await attempt('/api/session', { method: 'POST', mode: 'no-cors', body: '{"code":"x"}' }),
    ];
  }, origin);
  expect(outcomes).toEqual(['blocked', 'blocked', 'blocked']);
  const frame = attacker.frames()[1];
  await expect.poll(() => frame?.locator('#root').count()).toBe(0);
  expect(pageErrors.splice(0).length).toBeGreaterThan(0);
  hostile.close();
  hostile.closeAllConnections();
});
