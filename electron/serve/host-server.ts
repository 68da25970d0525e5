/**
 * The loopback host: the same window, in a browser. Serves the built window and answers its calls, on 127.0.0.1 only,
 * for whoever holds a start link. See request-checks.ts and sessions.ts for what keeps everybody else out.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Host } from '#core/io/host.ts';
import { securityHeaders } from '../content-policy.ts';
import { longTextBytes } from '../files/long-text.ts';
import { findUserDataFolder } from '../files/user-data.ts';
import { openWorkspace } from '../files/workspace.ts';
import { callHost, WrongArguments } from '../host-arguments.ts';
import { type HostCall, hostCalls } from '../host-calls.ts';
import { readWindowFile } from '../window-files.ts';
import { readJsonBody } from './json-body.ts';
import { refuseCall, refuseHost } from './request-checks.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createWorkspaceHost } from './workspace-host.ts';

export interface HostServerOptions {
  /** 0 = any free one. */
  readonly port: number;
  readonly workspaceFolder: string;
  /** The built window. */
  readonly assetsFolder: string;
  readonly appVersion: string;
  readonly userDataFolder?: string;
  readonly now?: () => Date;
  /** Development only: serves the window instead of `assetsFolder`, with headers of its own. */
  readonly serveWindow?: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface HostServer {
  readonly server: Server;
  readonly port: number;
  /** A link that opens the window once, within two minutes. */
  createStartLink(): string;
  close(): Promise<void>;
}

interface Context {
  readonly port: number;
  readonly sessions: Sessions;
  readonly host: Pick<Host, HostCall>;
  readonly options: HostServerOptions;
}

export async function startHostServer(options: HostServerOptions): Promise<HostServer> {
  const now = options.now ?? (() => new Date());
  const sessions = createSessions(() => now().getTime());
  const workspace = await openWorkspace(options.workspaceFolder);
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const createStartLink = (): string => `http://127.0.0.1:${port}/#start=${sessions.createStartCode()}`;
  const host = createWorkspaceHost({
    workspace,
    userDataFolder: options.userDataFolder ?? findUserDataFolder(),
    appVersion: options.appVersion,
    now,
    createStartLink,
  });
  const context: Context = { port, sessions, host, options };
  server.on('request', (request, response) => {
    answer(context, request, response).catch(() => {
      if (!response.headersSent)
        sendJson(response, 500, { message: 'Something broke in the host; your files are as they were.' });
      else response.destroy();
    });
  });
  return {
    server,
    port,
    createStartLink,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refuseHost(request, context.port);
  if (refusal) return sendJson(response, refusal.status, { message: refusal.message });
  const { pathname } = new URL(request.url ?? '/', `http://127.0.0.1:${context.port}`);
  if (pathname.startsWith('/api/')) return answerCall(context, request, response, pathname.slice('/api/'.length));
  if (context.options.serveWindow) return context.options.serveWindow(request, response);
  return answerFile(context, request, response, pathname);
}

async function answerFile(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendJson(response, 405, { message: 'Files are GET only.' });
  const file = await readWindowFile(context.options.assetsFolder, pathname);
  if (!file) return sendJson(response, 404, { message: 'There is no such file.' });
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': file.contentType,
    'content-length': file.bytes.length,
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

async function answerCall(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const refusal = refuseCall(request);
  if (refusal) return sendJson(response, refusal.status, { message: refusal.message });
  // The start exchange is the only thing a page without a token may ask for.
  const isExchange = name === 'session';
  if (!isExchange && !context.sessions.isValid(readToken(request))) {
    return sendJson(response, 401, { message: 'This window is not signed in: open a fresh start link.' });
  }
  const body = await readJsonBody(request, isExchange ? 1024 : undefined);
  if (body.kind === 'too-large') return sendJson(response, 413, { message: 'The request is too large.' });
  if (body.kind === 'not-json') return sendJson(response, 400, { message: 'The request is not JSON.' });
  if (isExchange) return answerExchange(context, response, body.value);
  const call = hostCalls.find((known) => known === name);
  if (!call) return sendJson(response, 404, { message: 'There is no such call.' });
  try {
    sendValue(response, await callHost(context.host, call, body.value));
  } catch (error) {
    if (!(error instanceof WrongArguments)) throw error;
    sendJson(response, 400, { message: error.message });
  }
}

function answerExchange(context: Context, response: ServerResponse, body: unknown): void {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
  const token = typeof code === 'string' ? context.sessions.exchange(code) : null;
  if (token === null) return sendJson(response, 403, { message: 'This start link was used already or is too old.' });
  sendJson(response, 200, { value: token });
}

function readToken(request: IncomingMessage): string {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

/** A file's long text follows the rest of the answer, from the second line on. */
function sendValue(response: ServerResponse, value: unknown): void {
  const file = isRecord(value) ? value['value'] : null;
  const text = isRecord(file) ? readLong(file['text']) : null;
  if (!isRecord(value) || !isRecord(file) || text === null) return sendJson(response, 200, { value });
  const head = Buffer.from(`${JSON.stringify({ value: { ...value, value: { ...file, text: '' } } })}\n`);
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': head.length + text.length,
  });
  response.write(head);
  response.end(text);
}

/** null = it can stand in JSON. */
function readLong(text: unknown): Uint8Array | null {
  if (text instanceof Uint8Array) return text;
  return typeof text === 'string' && text.length > longTextBytes ? Buffer.from(text) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, { ...securityHeaders, 'content-type': 'application/json; charset=utf-8' });
  response.end(body);
}
