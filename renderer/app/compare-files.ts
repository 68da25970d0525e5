/** The second design of a comparison: from a file, a template, or the open design as it was saved. It is only read. */
import type { FileError, OpenedFile } from '#core/io/host.ts';
import type { Result } from '#core/base/result.ts';
import { compareWith } from '../store/compare-store.ts';
import { designStore } from '../store/design-store.ts';
import { readDesign } from '../store/design-text.ts';
import { ask, tell } from '../store/dialog-store.ts';
import { host, hostInfo } from './host-binding.ts';
import type { Template } from './templates.ts';

const TITLE = 'The comparison was not made';

async function compareOpened(opened: Result<OpenedFile, FileError>, origin: (name: string) => string): Promise<void> {
  if (!opened.ok) {
    if (opened.error.reason !== 'cancelled') await tell(TITLE, opened.error.message);
    return;
  }
  const { text, name } = opened.value;
  const parsed = await readDesign(text, name);
  if (parsed.ok) compareWith({ design: parsed.value, origin: origin(name) });
  else await tell(TITLE, parsed.error.message);
}

export async function compareWithFile(): Promise<void> {
  if (hostInfo().nativeDialogs) {
    await compareOpened(await host().openWithDialog(), (name) => name);
    return;
  }
  const path = await ask({ kind: 'open-file' });
  if (path !== null) await compareOpened(await host().openPath(path), (name) => name);
}

/** What has changed since the design was saved, or what another program made of the file. */
export async function compareWithSaved(): Promise<void> {
  const { file } = designStore.getState();
  if (file) await compareOpened(await host().openFile(file.fileId), (name) => `${name}, as saved`);
}

export function compareWithTemplate({ design }: Template): void {
  compareWith({ design, origin: 'template' });
}
