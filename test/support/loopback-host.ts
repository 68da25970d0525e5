/** The built loopback host as a process of its own: what end-to-end tests, benches and pictures drive. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface RunningHost {
  readonly child: ChildProcess;
  /** A start link nobody has used: each opens one window. Rejects when the host ends before it tells one. */
  nextLink(): Promise<string>;
}

const linkPattern = /http:\/\/\S+#start=\S+/g;

/** To be called at the root of the checkout; the host ends with this process. */
export function startLoopbackHost(workspaceFolder: string, userDataFolder: string): RunningHost {
  const child = spawn(process.execPath, ['out/electron/serve.mjs', '--parent', '--workspace', workspaceFolder], {
    env: { ...process.env, WEFT_USER_DATA: userDataFolder },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  let usedCount = 0;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  return {
    child,
    nextLink() {
      const place = usedCount;
      usedCount += 1;
      if (place > 0) child.stdin.write('\n');
      return new Promise((found, fail) => {
        const look = (): void => {
          const link = output.match(linkPattern)?.[place];
          if (link === undefined) return;
          child.stdout.off('data', look);
          found(link);
        };
        child.stdout.on('data', look);
        child.once('close', () => fail(new Error('the host ended without a link')));
        look();
      });
    },
  };
}
