/** What the window remembers between runs, kept in the browser's local storage. Never holds anything of a design. */
import type { CentreView, Halves } from './halves.ts';

export type ThemeChoice = 'light' | 'dark' | 'system';
type ContrastChoice = 'system' | 'normal' | 'high';
type MotionChoice = 'system' | 'reduced';

export interface UnitChoice {
  readonly bandwidth: 'usual' | 'bits' | 'bytes';
  readonly heat: 'watts' | 'btu';
  readonly length: 'metres' | 'feet';
}

/** By column key. */
export interface ColumnLayout {
  readonly hidden: readonly string[];
  readonly widthsPx: Readonly<Record<string, number>>;
}

/** What a thumbnail of a design shows: roles of its groups, links between them by number. */
export interface RecentSketch {
  readonly roles: readonly string[];
  readonly links: readonly (readonly [number, number])[];
  readonly gpuCount: number;
}

export interface ReportDocumentChoice {
  readonly hidden: readonly string[];
  readonly paper: 'a4' | 'letter';
}

export interface Settings {
  theme: ThemeChoice;
  hasRunBefore: boolean;
  problemsOpen: boolean;
  /** Panel group and those of its panels that are open -> sizes in per cent. */
  panelLayouts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  sidePanels: { readonly palette: boolean; readonly inspector: boolean };
  halves: Halves;
  /** What stood at the right when the centre was split last. */
  besideView: CentreView | null;
  scheduleColumns: ColumnLayout;
  units: UnitChoice;
  contrast: ContrastChoice;
  motion: MotionChoice;
  /** Per cent of the usual size. */
  textSize: number;
  /** Of everything, the canvas too; per cent. */
  interfaceZoom: number;
  /** Sections that the report of a design leaves out, and the paper it is printed on. */
  reportDocument: ReportDocumentChoice;
  /** By file id, the newest last. */
  recentSketches: Readonly<Record<string, RecentSketch>>;
}

const STORAGE_KEY = 'weft.settings';

const DEFAULTS: Settings = {
  theme: 'system',
  hasRunBefore: false,
  problemsOpen: true,
  panelLayouts: {},
  sidePanels: { palette: true, inspector: true },
  halves: { view: 'topology', otherView: null, activeHalf: 'left' },
  besideView: null,
  scheduleColumns: { hidden: [], widthsPx: {} },
  units: { bandwidth: 'usual', heat: 'watts', length: 'metres' },
  contrast: 'system',
  motion: 'system',
  textSize: 100,
  interfaceZoom: 100,
  reportDocument: { hidden: [], paper: 'a4' },
  recentSketches: {},
};

let cached: Settings | null = null;

// Another window has written: what it chose stays when this one writes next.
globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === STORAGE_KEY) cached = null;
});

/** Storage may be missing (tests) or refused (privacy settings): then settings last for the session only. */
function openStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

function loadSettings(): Settings {
  try {
    const stored: unknown = JSON.parse(openStorage()?.getItem(STORAGE_KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...DEFAULTS, ...stored } : { ...DEFAULTS };
  } catch {
    return { ...DEFAULTS };
  }
}

export function readSetting<K extends keyof Settings>(key: K): Settings[K] {
  cached ??= loadSettings();
  return cached[key];
}

export function writeSetting<K extends keyof Settings>(key: K, value: Settings[K]): void {
  cached = { ...(cached ?? loadSettings()), [key]: value };
  try {
    openStorage()?.setItem(STORAGE_KEY, JSON.stringify(cached));
  } catch {
    // A full or refused storage only costs the memory of panel sizes and theme.
  }
}
