/** The legend of the racks' colours: what each says, and how it looks. */
import type { FloorToken, Hatch } from './floor-palette.ts';

export interface ColourStep {
  readonly label: string;
  readonly token: FloorToken;
  /** Over the colour, so that what matters is told without it. */
  readonly hatch: Hatch;
}

export interface RackColours {
  readonly title: string;
  readonly steps: readonly ColourStep[];
  /** Index of `steps` by rack. */
  readonly stepOf: Uint8Array;
  /** What the legend cannot tell yet. */
  readonly note: string | null;
}
