/** Names of members, as printed on labels and schedules. */

/**
 * Fills `{i}` (member) and `{pod}`, both counted from 1; `{i:3}` pads with zeros to three digits.
 * Unknown fields stay as written, so that a typing mistake is seen.
 */
export function formatMemberName(template: string, memberIndex: number, podIndex: number): string {
  return template.replace(/\{(i|pod)(?::(\d{1,2}))?\}/g, (_field, key: string, width: string | undefined) => {
    const number = (key === 'i' ? memberIndex : podIndex) + 1;
    return String(number).padStart(width === undefined ? 0 : Number(width), '0');
  });
}

/** `Rack` for a single rack, `Rack 7` for the seventh of a group. */
export function formatRackName(name: string, indexInGroup: number, count: number): string {
  return count === 1 ? name : `${name} ${indexInGroup + 1}`;
}
