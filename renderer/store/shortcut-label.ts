/** Shortcuts as people read them: `Ctrl+Shift+S`, on a Mac with its own signs. */

const NAMES: Readonly<Record<string, string>> = {
  Equal: '+',
  Minus: '\u2212',
  Delete: 'Del',
  Escape: 'Esc',
  Comma: ',',
  Backslash: '\\',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num \u2212',
};

const MAC_SIGNS: Readonly<Record<string, string>> = { $mod: '\u2318', Shift: '\u21e7', Alt: '\u2325' };

export function formatShortcut(shortcut: string | null, isMac: boolean): string | null {
  if (shortcut === null) return null;
  // The sign itself says that Shift is held, where it takes Shift at all.
  if (shortcut === 'Shift+?') return '?';
  const parts = shortcut.split('+').map((part) => {
    if (isMac && MAC_SIGNS[part]) return MAC_SIGNS[part];
    if (part === '$mod') return 'Ctrl';
    return NAMES[part] ?? part.replace(/^(Key|Digit)/, '');
  });
  return parts.join(isMac ? '' : '+');
}
