/** One line of the command list: something to do, an object or a saved view to go to, or a part to place. */

export interface CommandEntry {
  readonly id: string;
  readonly kind: 'action' | 'object' | 'view' | 'part';
  readonly label: string;
  /** What it is, or what chooses it: a second, quieter text. */
  readonly note: string | null;
  readonly shortcut: string | null;
  readonly isEnabled: boolean;
  readonly isChecked: boolean;
  readonly run: () => void;
}

/** Lower ranks fit better. */
export interface Ranked<T> {
  readonly rank: number;
  readonly value: T;
}

export interface CommandSection {
  readonly kind: CommandEntry['kind'] | 'recent';
  readonly title: string;
  readonly entries: readonly CommandEntry[];
  /** Found beyond those that are listed. */
  readonly moreCount: number;
}
