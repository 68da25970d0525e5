/** A design on its way from its text to the screen. */
import type { OpenedText } from '#core/io/host.ts';
import { prepareCanvas } from '../canvas/prepare-canvas.ts';
import { readDesign } from '../store/design-text.ts';
import { showNotice, withdrawNotice } from '../store/notice-store.ts';

/** What is there sooner need not be announced. */
const ANNOUNCE_MS = 500;

/** `fileName` is used in messages only. */
export async function readToShow(text: OpenedText, fileName: string): ReturnType<typeof readDesign> {
  let isAnnounced = false;
  const announce = setTimeout(() => {
    isAnnounced = true;
    showNotice('info', `Reading ${fileName} \u2026`);
  }, ANNOUNCE_MS);
  try {
    const read = await readDesign(text, fileName, (shaped) => {
      // A reference that leads nowhere may be found yet: then nothing of this is shown.
      prepareCanvas(shaped).catch(() => undefined);
    });
    if (read.ok) await prepareCanvas(read.value);
    return read;
  } finally {
    clearTimeout(announce);
    if (isAnnounced) withdrawNotice();
  }
}
