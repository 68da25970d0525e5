/**
 * Where rooms that may not import the window's actions table (canvas, panels) reach it: the window registers the table at
 * start-up, context menus list and run actions by id.
 */

export interface Action {
  readonly id: string;
  readonly label: string;
  /** In tinykeys notation, e.g. `$mod+Shift+KeyZ`; null = none. */
  readonly shortcut: string | null;
  readonly otherShortcuts?: readonly string[];
  /** The window hears of these keys as an event of its own (copy, paste): they are shown here and taken elsewhere. */
  readonly isNative?: boolean;
  /** Also while a text field has the focus. */
  readonly worksInFields?: boolean;
  /** Label that tells what exactly happens now, e.g. 'Undo connect leaf to spine'. */
  readonly describe?: () => string;
  readonly enabled: () => boolean;
  /** For actions that choose one of several states: whether it is the present one. */
  readonly checked?: () => boolean;
  readonly run: () => void | Promise<void>;
}

const actionsById = new Map<string, Action>();

export function registerActions(actions: readonly Action[]): void {
  for (const action of actions) actionsById.set(action.id, action);
}

export function findAction(id: string): Action | undefined {
  return actionsById.get(id);
}

/** Every action, in the order of the table. */
export function listActions(): readonly Action[] {
  return [...actionsById.values()];
}

/** Runs the action when it is enabled; says whether it did. */
export function runAction(id: string): boolean {
  const action = actionsById.get(id);
  if (!action?.enabled()) return false;
  void action.run();
  return true;
}
