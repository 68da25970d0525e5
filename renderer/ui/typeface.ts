/**
 * The typeface of the window, shipped with it: the same widths, weights and tabular figures on every desktop, offline.
 * It is loaded before the first drawing, because what a 2D canvas has written in another face stays so.
 */
import '@fontsource-variable/inter/wght.css';
import './typeface.css';

/** Resolves when the typeface is ready; at once, with the desktop's own face, when it cannot be had. */
export async function loadTypeface(): Promise<void> {
  try {
    await Promise.all(
      ['"Inter Variable"', '"Inter Digits"'].map((face) => document.fonts.load(`400 12px ${face}`, 'A0\u202f')),
    );
  } catch {
    // The fallbacks of --font stand.
  }
}
