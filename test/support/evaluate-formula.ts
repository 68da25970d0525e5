/** Works out the right side of an explanation's formula from its values: + - × /, brackets, min(a, b), max(a, b), ceil(a), Σ(...) and Π(...) over numbered terms. */
import type { ExplainedValue } from '#core/analysis/explain/explanation.ts';

/** 1.1 % of 1,000 is 11, whatever floating point makes of it. */
const ROUNDING_SLACK = 1e-9;

const TOKEN = /\s*(\d+(?:\.\d+)?|[A-Za-z][A-Za-z0-9]*|[ΣΠ]|[-+×/(),])/y;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (!match?.[1]) throw new Error(`cannot read '${text}'`);
    tokens.push(match[1]);
  }
  return tokens;
}

class Reader {
  private at = 0;
  private readonly tokens: readonly string[];
  private readonly valueOf: ReadonlyMap<string, number>;

  constructor(tokens: readonly string[], valueOf: ReadonlyMap<string, number>) {
    this.tokens = tokens;
    this.valueOf = valueOf;
  }

  readAll(): number {
    const value = this.readSum('');
    if (this.at !== this.tokens.length) throw new Error(`stray '${this.tokens[this.at]}'`);
    return value;
  }

  private take(expected?: string): string {
    const token = this.tokens[this.at];
    if (token === undefined || (expected !== undefined && token !== expected)) throw new Error(`no '${expected}'`);
    this.at += 1;
    return token;
  }

  private readSum(suffix: string): number {
    let value = this.readProduct(suffix);
    for (let sign = this.tokens[this.at]; sign === '+' || sign === '-'; sign = this.tokens[this.at]) {
      this.at += 1;
      value += (sign === '+' ? 1 : -1) * this.readProduct(suffix);
    }
    return value;
  }

  private readProduct(suffix: string): number {
    let value = this.readFactor(suffix);
    for (let sign = this.tokens[this.at]; sign === '×' || sign === '/'; sign = this.tokens[this.at]) {
      this.at += 1;
      const factor = this.readFactor(suffix);
      value = sign === '×' ? value * factor : value / factor;
    }
    return value;
  }

  private readFactor(suffix: string): number {
    const token = this.take();
    if (token === '(') {
      const value = this.readSum(suffix);
      this.take(')');
      return value;
    }
    if (token === 'Σ' || token === 'Π') return this.readSeries(token);
    if (token === 'min' || token === 'max') return this.readExtreme(token, suffix);
    if (token === 'ceil') return Math.ceil(this.readFactor(suffix) - ROUNDING_SLACK);
    if (/^\d/.test(token)) return Number(token);
    const value = this.valueOf.get(token + suffix) ?? this.valueOf.get(token);
    if (value === undefined) throw new Error(`no value for ${token}${suffix}`);
    return value;
  }

  private readExtreme(kind: 'min' | 'max', suffix: string): number {
    this.take('(');
    const a = this.readSum(suffix);
    this.take(',');
    const b = this.readSum(suffix);
    this.take(')');
    return kind === 'min' ? Math.min(a, b) : Math.max(a, b);
  }

  /** Terms 1, 2 ... as long as a symbol of the bracket has a value of that number. */
  private readSeries(kind: 'Σ' | 'Π'): number {
    const start = this.at;
    let depth = 0;
    let end = start;
    do {
      if (this.tokens[end] === '(') depth += 1;
      if (this.tokens[end] === ')') depth -= 1;
      end += 1;
    } while (depth > 0 && end < this.tokens.length);
    const symbols = this.tokens.slice(start, end).filter((token) => /^[A-Za-z]/.test(token));
    let value = kind === 'Σ' ? 0 : 1;
    for (let i = 1; symbols.some((symbol) => this.valueOf.has(`${symbol}${i}`)); i += 1) {
      this.at = start;
      const term = this.readFactor(String(i));
      value = kind === 'Σ' ? value + term : value * term;
    }
    this.at = end;
    return value;
  }
}

/** One result a line of the formula: the symbol on the left and what the right side comes to. */
export function evaluateFormula(
  formula: string,
  values: readonly ExplainedValue[],
): { symbol: string; value: number }[] {
  const valueOf = new Map(values.map(({ symbol, value }) => [symbol, value]));
  if (valueOf.size !== values.length) throw new Error('a symbol has two values');
  return formula.split('\n').map((line) => {
    const [symbol = '', right = ''] = line.split(' = ');
    return { symbol, value: new Reader(tokenize(right), valueOf).readAll() };
  });
}
