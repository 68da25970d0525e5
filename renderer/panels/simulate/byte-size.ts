/** Message sizes as people write them: powers of two with binary units, decimal units where somebody types them. */
import { formatNumber } from '../../ui/format.ts';

const BINARY: readonly (readonly [number, string])[] = [
  [2 ** 40, 'TiB'],
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
];

/** `8 B`, `1.5 KiB`, `16 GiB`. */
export function formatBytes(bytes: number): string {
  const [divisor, unit] = BINARY.find(([from]) => bytes >= from) ?? [1, 'B'];
  return `${formatNumber(bytes / divisor, divisor === 1 ? 0 : 2)} ${unit}`;
}

const FACTORS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 2 ** 10,
  kib: 2 ** 10,
  kb: 1e3,
  m: 2 ** 20,
  mib: 2 ** 20,
  mb: 1e6,
  g: 2 ** 30,
  gib: 2 ** 30,
  gb: 1e9,
  t: 2 ** 40,
  tib: 2 ** 40,
  tb: 1e12,
};

/** Bytes that a text like `64 MiB`, `1.5g` or `4096` means; null = it means none. A letter alone is the binary unit. */
export function parseBytes(text: string): number | null {
  const match = /^([\d.\s,]+)([a-z]*)$/i.exec(text.trim());
  if (!match) return null;
  const value = Number((match[1] ?? '').replaceAll(/[\s,]/g, ''));
  const factor = FACTORS[(match[2] ?? '').toLowerCase()];
  if (factor === undefined || !Number.isFinite(value) || value <= 0) return null;
  return Math.round(value * factor);
}
