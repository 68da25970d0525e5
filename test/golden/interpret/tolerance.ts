/** Reads the tolerance a case grants: `exact`, `1%`, `exact for counts; 2% for cost`, `7% on bisection, otherwise exact`. */

/** Words a tolerance may name, and what a metric's name or unit must hold to be meant. */
const KINDS: readonly (readonly [word: RegExp, metric: RegExp])[] = [
  [/bisection/, /bisection/],
  [/all-?reduce/, /allreduce|all_reduce/],
  [/cost|price/, /cost|usd|price|eur/],
  [/power/, /(^|[_ ])(k|m)?w(att)?s?($|[_ ])|power|tdp/],
  [/heat/, /btu|heat|tons/],
  [/air\s?flow/, /cfm|airflow/],
  [/bandwidth/, /[tgm]bps|[tg]b_s|[tgm]b\/s|bandwidth/],
  [/latency|time/, /(^|_)(us|ms|ns|min)($|_)|latency|time/],
  [/energy/, /wh/],
];

/** The share by which the result may differ; 0 = exact. */
export function readTolerance(text: string, metric: string, unit: string): number {
  const subject = `${metric} ${unit}`.toLowerCase();
  let general: number | null = null;
  for (const clause of text.toLowerCase().split(/[;,]/)) {
    const percent = /(\d+(?:\.\d+)?)\s*%/.exec(clause);
    const share = percent ? Number(percent[1]) / 100 : /exact/.test(clause) ? 0 : null;
    if (share === null) continue;
    const kinds = KINDS.filter(([word]) => word.test(clause));
    if (kinds.some(([, pattern]) => pattern.test(subject))) return share;
    if (kinds.length === 0 && !/\b(for|on) counts?\b/.test(clause)) general ??= share;
  }
  return general ?? 0;
}

/** Rates and powers, which are printed rounded also where no decimals are; all else is counted. */
const MEASURED = /^[kMGTP]?(W|Wh|[Bb]\/s|bps)$/;

/** Equal within the share; an exact figure printed with decimals was rounded to them, and a measured one to whole units. */
export function isWithin(got: number, expected: number, share: number, unit = ''): boolean {
  const difference = Math.abs(got - expected);
  if (share > 0) return difference <= Math.abs(expected) * share + 1e-9;
  const decimals = /\.(\d+)/.exec(String(expected))?.[1]?.length ?? 0;
  const isRounded = decimals > 0 || MEASURED.test(unit);
  return difference <= (isRounded ? 0.5 * 10 ** -decimals : 0) + Math.abs(expected) * 1e-9;
}
