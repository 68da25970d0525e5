import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { canReachDownloads, findElectronBinary } from '../../build/electron-runtime.mjs';
import { chooseElectron, runElectron } from '../../build/start.mjs';
import { provideTemporaryFolder } from '../support/temporary-folder.ts';

const folder = provideTemporaryFolder();

/** An installed electron package, complete or with something missing. */
function installElectron({ distVersion = '45.4.1', pathText = 'electron', mode = 0o755 } = {}): string {
  const home = join(folder(), 'node_modules', 'electron');
  mkdirSync(join(home, 'dist'), { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"version":"45.4.1"}');
  writeFileSync(join(home, 'dist', 'version'), distVersion);
  writeFileSync(join(home, 'dist', 'electron'), '');
  chmodSync(join(home, 'dist', 'electron'), mode);
  if (pathText) writeFileSync(join(home, 'path.txt'), pathText);
  return join(home, 'dist', 'electron');
}

function writeProgram(name: string, script: string): string {
  const path = join(folder(), name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

describe.skipIf(process.platform === 'win32')('findElectronBinary', () => {
  it('finds a complete installation', () => {
    const binary = installElectron();
    expect(findElectronBinary(folder(), {})).toBe(binary);
  });

  it('finds none when the download never ended, is of another version, or cannot be run', () => {
    expect(findElectronBinary(folder(), {})).toBeNull();
    installElectron({ pathText: '' });
    expect(findElectronBinary(folder(), {})).toBeNull();
    installElectron({ distVersion: '44.0.0' });
    expect(findElectronBinary(folder(), {})).toBeNull();
    installElectron({ mode: 0o644 });
    expect(findElectronBinary(folder(), {})).toBeNull();
  });
});

describe('canReachDownloads', () => {
  it('says no, within its limit, when nobody listens', async () => {
    expect(await canReachDownloads({ ELECTRON_MIRROR: 'http://127.0.0.1:1/' }, 500)).toBe(false);
  });
});

describe('chooseElectron', () => {
  const display = { DISPLAY: ':0' };

  it('runs what is there without asking the network', async () => {
    const probe = vi.fn();
    expect(await chooseElectron({ web: false, env: display, find: () => '/electron', probe })).toEqual({
      binary: '/electron',
    });
    expect(probe).not.toHaveBeenCalled();
  });

  it('fetches only after the download server answered', async () => {
    const fetch = vi.fn(async () => '/fetched');
    const options = { web: false, env: display, find: () => null, fetch };
    expect(await chooseElectron({ ...options, probe: async () => false })).toMatchObject({
      reason: expect.stringContaining('cannot be reached'),
    });
    expect(fetch).not.toHaveBeenCalled();
    expect(await chooseElectron({ ...options, probe: async () => true })).toEqual({ binary: '/fetched' });
  });

  it('says why when the fetch failed', async () => {
    const options = { web: false, env: display, find: () => null, probe: async () => true, fetch: async () => null };
    expect(await chooseElectron(options)).toMatchObject({ reason: expect.stringContaining('could not be fetched') });
  });

  it('looks for nothing when the browser was asked for, or on Linux without a display', async () => {
    const find = vi.fn();
    expect(await chooseElectron({ web: true, env: display, find })).toHaveProperty('reason');
    if (process.platform === 'linux')
      expect(await chooseElectron({ web: false, env: {}, find })).toHaveProperty('reason');
    expect(find).not.toHaveBeenCalled();
  });
});

describe.skipIf(process.platform === 'win32')('runElectron', () => {
  it('is content with a normal end', async () => {
    expect(await runElectron(writeProgram('fine', 'exit 0'), [])).toBeNull();
  });

  it('gives the reason of an early death, for the browser to take over', async () => {
    expect(await runElectron(writeProgram('library-missing', 'exit 127'), [])).toContain('127');
    expect(await runElectron(writeProgram('sandbox-refused', 'kill -TRAP $$'), [])).toContain('SIGTRAP');
    expect(await runElectron(join(folder(), 'not-there'), [])).toContain('ENOENT');
  });
});
