import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { provideTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = provideTemporaryFolder();

async function startServe(...args: string[]) {
  const script = join(folder(), 'out', 'electron', 'serve.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, '../../../electron/serve/main.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
  });
  await mkdir(join(folder(), 'out', 'renderer'));
  await writeFile(join(folder(), 'out', 'renderer', 'index.html'), 'window');
  const child = spawn(process.execPath, [script, '--workspace', join(folder(), 'work'), ...args], {
    env: { ...process.env, WEFT_USER_DATA: join(folder(), 'user-data') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
  });
  const links = (): string[] => output.match(/http:\/\/\S+/g) ?? [];
  return { child, links, ended: new Promise<number | null>((resolve) => child.once('close', resolve)) };
}

it('prints a link that works, a fresh one when asked, and ends with its parent', async () => {
  const { child, links, ended } = await startServe('--parent');
  await expect.poll(() => links().length, { timeout: 10_000 }).toBe(1);
  const [link] = links();
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#start=\S+$/);
  expect(await (await fetch(link ?? '')).text()).toBe('window');
  child.stdin.write('\n');
  await expect.poll(() => links().length).toBe(2);
  expect(links()[1]).not.toBe(link);
  child.stdin.end();
  expect(await ended).toBe(0);
});

it('refuses a port that is none', async () => {
  const { ended } = await startServe('--port', 'x');
  expect(await ended).toBe(2);
});
