/** Takes a metric's name apart: `isl_links_400g` asks for links of 400G that are inter-switch, `gpu_cages_per_core` for a share. */

export interface MetricName {
  readonly full: string;
  /** Lower-case, singular, without speeds and without what follows `per`. */
  readonly words: readonly string[];
  /** `_400g`, `_2x200g`: the speed the figure is counted in. */
  readonly speedGbps: number | null;
  /** `_per_core`: the word behind `per`. */
  readonly per: string | null;
}

const SPEED = /^(?:\d+x)?(\d+)g(?:b|be)?$/;
const PLURALS: Readonly<Record<string, string>> = {
  leaves: 'leaf',
  switches: 'switch',
  chassis: 'chassis',
  boxes: 'box',
};

export function readMetricName(full: string): MetricName {
  const words: string[] = [];
  let speedGbps: number | null = null;
  let per: string | null = null;
  let followsPer = false;
  for (const raw of full.toLowerCase().split('_')) {
    const speed = SPEED.exec(raw);
    if (raw === 'per') followsPer = true;
    else if (followsPer) {
      per ??= toSingular(raw);
      followsPer = false;
    } else if (speed) speedGbps ??= Number(speed[1]);
    else if (raw !== '') words.push(toSingular(raw));
  }
  return { full, words, speedGbps, per };
}

export function toSingular(word: string): string {
  const known = PLURALS[word];
  if (known) return known;
  if (/^\w?[pds]us$/.test(word)) return word.slice(0, -1);
  if (word.length <= 3) return word;
  return word.endsWith('s') && !/(ss|us)$/.test(word) ? word.slice(0, -1) : word;
}

/** The part of a thing's name that says which ones: all words but the noun. */
export function listQualifiers(name: MetricName, nouns: readonly string[]): string[] {
  return name.words.filter((word) => !nouns.includes(word));
}
