import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeBytes, TEXT_BEHIND_TYPE } from '#core/io/text-behind.ts';
import { type HostServer, startHostServer } from '../../../electron/serve/host-server.ts';
import { provideTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = provideTemporaryFolder();
let host: HostServer;
let clockMs: number;

beforeEach(async () => {
  clockMs = Date.UTC(2026, 0, 1);
  await mkdir(join(folder(), 'window', 'assets'), { recursive: true });
  await writeFile(join(folder(), 'window', 'index.html'), '<!doctype html><title>Weft</title>');
  await writeFile(join(folder(), 'window', 'assets', 'main.js'), 'export {};');
  await writeFile(join(folder(), 'secret.json'), 'secret');
  host = await startHostServer({
    port: 0,
    workspaceFolder: join(folder(), 'work'),
    assetsFolder: join(folder(), 'window'),
    userDataFolder: join(folder(), 'user-data'),
    appVersion: '1.2.3',
    now: () => new Date(clockMs),
  });
});

afterEach(() => host.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Plain HTTP, because `fetch` would not let a test send a foreign Host or an unnormalised path. */
function send(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const ownHeaders = () => ({ origin: `http://127.0.0.1:${host.port}`, 'content-type': 'application/json' });
const startCode = (): string => new URL(host.createStartLink()).hash.replace('#start=', '');
const exchange = (code: string) => send('POST', '/api/session', ownHeaders(), JSON.stringify({ code }));

async function signIn(): Promise<Record<string, string>> {
  const { body } = await exchange(startCode());
  return { ...ownHeaders(), authorization: `Bearer ${JSON.parse(body).value}` };
}

describe('who may call', () => {
  it('answers a window that came by a start link', async () => {
    const answer = await send('POST', '/api/getInfo', await signIn(), '[]');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body).value).toMatchObject({
      shell: 'loopback',
      appVersion: '1.2.3',
      workspaceName: 'work',
    });
  });

  it('takes each start code once', async () => {
    const code = startCode();
    expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code)).status).toBe(403);
  });

  it('takes a start code for two minutes', async () => {
    const inTime = startCode();
    const late = startCode();
    clockMs += 119_000;
    expect((await exchange(inTime)).status).toBe(200);
    clockMs += 2_000;
    expect((await exchange(late)).status).toBe(403);
  });

  it('keeps a session alive beyond the life of its code', async () => {
    const headers = await signIn();
    clockMs += 24 * 3_600_000;
    expect((await send('POST', '/api/getInfo', headers, '[]')).status).toBe(200);
  });

  it('refuses calls without a token, with a wrong one, and made-up codes', async () => {
    expect((await send('POST', '/api/getInfo', ownHeaders(), '[]')).status).toBe(401);
    expect((await send('POST', '/api/getInfo', { ...ownHeaders(), authorization: 'Bearer x' }, '[]')).status).toBe(401);
    expect((await exchange('made-up')).status).toBe(403);
    expect((await send('POST', '/api/session', ownHeaders(), 'null')).status).toBe(403);
  });

  it('refuses a foreign Host on everything (DNS rebinding)', async () => {
    const headers = await signIn();
    expect((await send('GET', '/', { host: `evil.example:${host.port}` })).status).toBe(421);
    expect((await send('GET', '/', { host: '127.0.0.1:1' })).status).toBe(421);
    expect((await send('POST', '/api/getInfo', { ...headers, host: `evil.example:${host.port}` }, '[]')).status).toBe(
      421,
    );
    expect((await send('GET', '/', { host: `localhost:${host.port}` })).status).toBe(200);
  });

  it('refuses a missing or foreign Origin', async () => {
    const { origin: _, ...withoutOrigin } = await signIn();
    for (const origin of [
      'http://evil.example',
      'null',
      `http://127.0.0.1:${host.port + 1}`,
      `https://127.0.0.1:${host.port}`,
    ]) {
      expect((await send('POST', '/api/getInfo', { ...withoutOrigin, origin }, '[]')).status).toBe(403);
    }
    expect((await send('POST', '/api/getInfo', withoutOrigin, '[]')).status).toBe(403);
  });

  it('refuses what the browser itself says comes from another site', async () => {
    const headers = await signIn();
    expect((await send('POST', '/api/getInfo', { ...headers, 'sec-fetch-site': 'same-site' }, '[]')).status).toBe(403);
    expect((await send('POST', '/api/getInfo', { ...headers, 'sec-fetch-site': 'same-origin' }, '[]')).status).toBe(
      200,
    );
  });

  it('takes calls as POST of JSON only, and allows no other site anything', async () => {
    const headers = await signIn();
    expect((await send('GET', '/api/getInfo', headers)).status).toBe(405);
    const preflight = await send('OPTIONS', '/api/getInfo', { origin: 'http://evil.example' });
    expect(preflight.status).toBe(405);
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      expect((await send('POST', '/api/getInfo', { ...headers, 'content-type': type }, '[]')).status).toBe(415);
    }
  });
});

describe('what may be called', () => {
  it('knows only the calls of the Host', async () => {
    const headers = await signIn();
    for (const name of ['constructor', '__proto__', 'toString', 'onEvent', 'nothing']) {
      expect((await send('POST', `/api/${name}`, headers, '[]')).status).toBe(404);
    }
  });

  it('checks arguments before anything runs', async () => {
    const headers = await signIn();
    for (const body of ['[]', '[1]', '{}', '["a","b"]', 'null']) {
      expect((await send('POST', '/api/openPath', headers, body)).status).toBe(400);
    }
    expect((await send('POST', '/api/openPath', headers, 'not json')).status).toBe(400);
  });

  it('refuses a body larger than any design', async () => {
    const headers = { ...(await signIn()), 'content-length': String(300 * 1024 * 1024) };
    const answer = await new Promise<number>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: host.port, method: 'POST', path: '/api/getInfo', headers });
      sent.on('response', (response) => resolve(response.statusCode ?? 0));
      sent.on('error', reject);
      sent.flushHeaders();
    });
    expect(answer).toBe(413);
  });

  it('saves, lists, opens and saves again; a change on disk is noticed', async () => {
    const headers = await signIn();
    const call = async (name: string, ...args: unknown[]) =>
      JSON.parse((await send('POST', `/api/${name}`, headers, JSON.stringify(args))).body).value;
    const saved = await call('saveToPath', 'plan', '{"a":1}', false);
    expect(saved).toMatchObject({ ok: true, value: { name: 'plan.weft' } });
    expect(await call('saveToPath', 'plan.weft', '{}', false)).toMatchObject({
      ok: false,
      error: { reason: 'exists' },
    });
    expect(await call('listFolder', '')).toMatchObject({ ok: true, value: [{ name: 'plan.weft', kind: 'design' }] });
    const opened = await call('openPath', 'plan.weft');
    expect(opened.value.text).toBe('{"a":1}');
    await writeFile(join(folder(), 'work', 'plan.weft'), 'foreign');
    const { fileId, hash } = opened.value;
    expect(await call('saveFile', fileId, '{}', hash)).toMatchObject({
      ok: false,
      error: { reason: 'changed-on-disk' },
    });
    expect(await call('saveFile', fileId, '{}', null)).toMatchObject({ ok: true });
    expect(await readFile(join(folder(), 'work', 'plan.weft'), 'utf8')).toBe('{}');
    expect(await call('listRecent')).toMatchObject([{ name: 'plan.weft', folder: 'work' }]);
  });

  it('sends a long text behind the rest of the answer', async () => {
    const text = `{"name": "${'long '.repeat(30_000)}\u00fc"}\n`;
    const headers = await signIn();
    await send('POST', '/api/saveToPath', headers, JSON.stringify(['long.weft', text, false]));
    const answer = await send('POST', '/api/openPath', headers, JSON.stringify(['long.weft']));
    const end = answer.body.indexOf('\n');
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(JSON.parse(answer.body.slice(0, end)).value).toMatchObject({
      ok: true,
      value: { name: 'long.weft', text: '' },
    });
    expect(answer.body.slice(end + 1)).toBe(text);
  });

  it('takes the bytes of a file behind the arguments', async () => {
    const headers = { ...(await signIn()), 'content-type': TEXT_BEHIND_TYPE };
    const call = async (name: string, ...args: unknown[]) => {
      const { head, bytes } = takeBytes(args) ?? { head: '', bytes: new Uint8Array() };
      return send('POST', `/api/${name}`, headers, head + new TextDecoder().decode(bytes));
    };
    const text = '{"name":\n"gr\u00fcn"}\n';
    const bytes = new TextEncoder().encode(text);
    const saved = JSON.parse((await call('saveToPath', 'plan.weft', bytes, false)).body).value;
    expect(saved).toMatchObject({ ok: true, value: { name: 'plan.weft' } });
    expect(await readFile(join(folder(), 'work', 'plan.weft'), 'utf8')).toBe(text);
    const entry = { recoveryId: `recovery-${crypto.randomUUID()}`, designName: 'A', fileId: null, fileName: null };
    expect(JSON.parse((await call('writeRecovery', { ...entry, text: bytes })).body).value.ok).toBe(true);
    const read = await send('POST', '/api/readRecovery', await signIn(), JSON.stringify([entry.recoveryId]));
    expect(JSON.parse(read.body).value.value.text).toBe(text);
    for (const head of ['', 'no head\n', '{"args":["a"],"at":7}\n', '{"args":["a"],"at":0,"isField":true}\n']) {
      expect((await send('POST', '/api/saveToPath', headers, `${head}{}`)).status).toBe(400);
    }
  });

  it('reads and writes nothing outside the workspace', async () => {
    const headers = await signIn();
    await symlink(folder(), join(folder(), 'work', 'up'));
    const reasonOf = async (name: string, args: unknown[]) =>
      JSON.parse((await send('POST', `/api/${name}`, headers, JSON.stringify(args))).body).value.error?.reason;
    expect(await reasonOf('openPath', ['../secret.json'])).toBe('outside-workspace');
    expect(await reasonOf('openPath', ['up/secret.json'])).toBe('outside-workspace');
    expect(await reasonOf('saveToPath', ['../new.weft', '{}', true])).toBe('outside-workspace');
    expect(await reasonOf('saveToPath', ['up/new.weft', '{}', true])).toBe('outside-workspace');
    expect(await reasonOf('listFolder', ['up'])).toBe('outside-workspace');
  });
});

describe('the window', () => {
  it('is served with the headers that confine it', async () => {
    const { status, headers } = await send('GET', '/');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('puts the same headers on refusals', async () => {
    const { headers } = await send('GET', '/nothing.js');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%5c..%5csecret.json',
    '/index.html%00.js',
    '/assets',
    '/%',
  ])('serves nothing for %s', async (path) => {
    const answer = await send('GET', path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret"');
  });

  it('follows no link out of its folder', async () => {
    await symlink(join(folder(), 'secret.json'), join(folder(), 'window', 'link.json'));
    expect((await send('GET', '/link.json')).status).toBe(404);
    expect((await send('GET', '/assets/main.js')).status).toBe(200);
  });
});
