/** Questions to the user that the window answers with a modal dialog: one at a time, asked with a promise. */
import { createStore, useStore } from 'zustand';

export interface DialogChoice {
  readonly id: string;
  readonly label: string;
  readonly tone?: 'normal' | 'primary' | 'danger';
}

export type DialogRequest =
  | {
      readonly kind: 'choice';
      readonly title: string;
      readonly message: string;
      /** Text the user may want to copy. */
      readonly details?: string;
      /** The main one last. */
      readonly choices: readonly DialogChoice[];
    }
  /** Answered with a path inside the workspace. */
  | { readonly kind: 'open-file' }
  | { readonly kind: 'save-file'; readonly suggestedName: string };

interface OpenDialog {
  readonly request: DialogRequest;
  readonly answer: (value: string | null) => void;
}

interface DialogState {
  readonly current: OpenDialog | null;
}

export const dialogStore = createStore<DialogState>(() => ({ current: null }));

export function useDialog(): OpenDialog | null {
  return useStore(dialogStore, (state) => state.current);
}

/** The id of the choice or the path; null when the user turned away. A question already open counts as turned away. */
export function ask(request: DialogRequest): Promise<string | null> {
  dialogStore.getState().current?.answer(null);
  return new Promise((resolve) => {
    const answer = (value: string | null): void => {
      dialogStore.setState((state) => (state.current?.answer === answer ? { current: null } : state));
      resolve(value);
    };
    dialogStore.setState({ current: { request, answer } });
  });
}

/** A message with one way on. */
export async function tell(title: string, message: string): Promise<void> {
  await ask({ kind: 'choice', title, message, choices: [{ id: 'ok', label: 'OK', tone: 'primary' }] });
}
