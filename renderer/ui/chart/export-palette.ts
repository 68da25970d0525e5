/** The theme's light colours as plain values, for files: what they show must not depend on a style sheet. */

export const exportPalette: Readonly<Record<string, string>> = {
  'surface-1': '#ffffff',
  'surface-2': '#eff1f4',
  'text-1': '#171a20',
  'text-2': '#454c59',
  'text-3': '#626a78',
  line: '#dfe2e8',
  'line-strong': '#b9bfca',
  accent: '#3455cf',
  'fabric-1': '#2660c8',
  'fabric-2': '#0a7a74',
  'fabric-3': '#7d3ac1',
  'fabric-4': '#b25500',
  'fabric-5': '#b42a76',
  'fabric-6': '#3f7a1f',
  'fabric-7': '#5a677e',
  'fabric-8': '#a03d36',
};
