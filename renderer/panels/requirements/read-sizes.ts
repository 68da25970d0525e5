/** Sizes of dimensions as people write them: `8 x 8 x 4`, `8×8×4`, `8, 8, 4`. */

/** null when it is not a list of whole numbers from 1 on. */
export function readSizes(text: string): number[] | null {
  const words = text
    .trim()
    .split(/[\sx\u00d7*,]+/i)
    .filter((word) => word !== '');
  if (words.length === 0 || !words.every((word) => /^\d{1,6}$/.test(word))) return null;
  const sizes = words.map(Number);
  return sizes.every((size) => size >= 1) ? sizes : null;
}
