/** Where the window was: its place and size from one run to the next, unless that place is on no screen any more. */
import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from '#core/base/schema.ts';
import { readJsonStore, writeJsonStore } from './files/json-store.ts';

const defaultSize = { width: 1440, height: 900 };

const stateSchema = z.object({
  version: z.literal(1),
  bounds: z
    .object({
      x: z.number().int(),
      y: z.number().int(),
      width: z.number().int().min(400),
      height: z.number().int().min(300),
    })
    .nullable(),
  isMaximized: z.boolean(),
});

export interface WindowPlace {
  readonly bounds: Partial<Rectangle>;
  readonly isMaximized: boolean;
}

const storePath = (userDataFolder: string): string => join(userDataFolder, 'window.json');

export async function readWindowPlace(userDataFolder: string): Promise<WindowPlace> {
  const state = await readJsonStore(storePath(userDataFolder), stateSchema, {
    version: 1,
    bounds: null,
    isMaximized: false,
  });
  const { bounds } = state;
  const isOnScreen = bounds !== null && screen.getAllDisplays().some(({ workArea }) => overlaps(bounds, workArea));
  return { bounds: isOnScreen ? bounds : defaultSize, isMaximized: state.isMaximized };
}

/** Enough of the window must be on a screen to be taken hold of. */
function overlaps(window: Rectangle, area: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const height = Math.min(window.y + window.height, area.y + area.height) - Math.max(window.y, area.y);
  return width >= 100 && height >= 100;
}

export async function writeWindowPlace(userDataFolder: string, window: BrowserWindow): Promise<void> {
  const state = { version: 1, bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
  // A comfort: a full disk must not keep the window from closing.
  await writeJsonStore(storePath(userDataFolder), state).catch(() => undefined);
}
