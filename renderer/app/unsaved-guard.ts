/** Nobody loses work without being asked: stands before everything that would drop the open design. */
import { designStore, selectIsDirty } from '../store/design-store.ts';
import { ask } from '../store/dialog-store.ts';
import { forgetRecovery } from './autosave.ts';

/**
 * True when the open design may be dropped: it is clean, was saved now, or the user said not to save it. `save` says
 * whether the design stands in a file afterwards.
 */
export async function confirmLeave(save: () => Promise<boolean>): Promise<boolean> {
  const state = designStore.getState();
  if (!selectIsDirty(state)) return true;
  const name = state.edit.design.name || 'Untitled';
  const answer = await ask({
    kind: 'choice',
    title: `Save the changes to \u201c${name}\u201d?`,
    message: state.file
      ? `${state.file.name} does not hold your latest changes yet.`
      : 'This design has not been saved to a file yet.',
    choices: [
      { id: 'discard', label: 'Don\u2019t save' },
      { id: 'cancel', label: 'Cancel' },
      { id: 'save', label: 'Save', tone: 'primary' },
    ],
  });
  if (answer === 'save') return save();
  if (answer !== 'discard') return false;
  await forgetRecovery();
  return true;
}
