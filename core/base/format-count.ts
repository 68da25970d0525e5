/** Numbers as sentences show them: 12\u202f500. renderer/ui/format.ts writes the same gap. */
/** Between groups of three digits. */
export const DIGIT_GAP = '\u202f';

/** A whole number. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, DIGIT_GAP);
}
