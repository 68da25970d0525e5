/** The way to the same files by menu and keys: the browser's own file dialog, which both shells have. */
import { IMPORTED_EXTENSIONS, takeFiles } from './read-files.ts';

export function chooseImportFiles(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = IMPORTED_EXTENSIONS;
  input.hidden = true;
  input.addEventListener('change', () => {
    input.remove();
    void takeFiles([...(input.files ?? [])]);
  });
  input.addEventListener('cancel', () => input.remove());
  // An element that is nowhere may be gone before its dialog is answered.
  document.body.append(input);
  input.click();
}
