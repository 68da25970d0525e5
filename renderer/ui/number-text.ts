/**
 * Numbers as people write them, made such as a number field reads: it takes '1,000', and our own figures with their gaps, for a 1.
 */

const NUMBER_AHEAD = /^\s*[-+]?\d[\d.,\s]*/;
const THOUSANDS = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/** Gaps and commas of thousands are left out, a lone comma is a decimal point. What does not begin with a number stays. */
export function readNumberText(text: string): string {
  const found = NUMBER_AHEAD.exec(text)?.[0];
  if (found === undefined) return text;
  const plain = found.replaceAll(/\s/g, '');
  if (THOUSANDS.test(plain)) return plain.replaceAll(',', '');
  return /^[^.,]*,[^.,]*$/.test(plain) ? plain.replace(',', '.') : plain;
}

/** As if typed where the caret is, so that the field and its own undo hear of it. */
export function insertText(text: string): void {
  // Deprecated, and still the one way of doing that.
  document.execCommand('insertText', false, text);
}
