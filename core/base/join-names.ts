/** Lists of names in sentences. */

/** `A, B and C`; a name that holds a comma itself stands in quotes. */
export function joinNames(names: readonly string[]): string {
  const shown = names.length < 2 ? names : names.map((name) => (name.includes(',') ? `"${name}"` : name));
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
