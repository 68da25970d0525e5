/** Who says so: where the facts of the parts and their prices are from, each with its standing and its date. */
import type { BomLine } from '#core/analysis/bom-report.ts';
import type { Part } from '#core/catalog/part.ts';
import { type Block, createTable, wide } from './blocks.ts';
import type { ReportContent } from './content.ts';
import { nameLine } from './list-parts.ts';

type Confidence = Part['sources'][number]['confidence'];

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  vendor: 'maker\u2019s data sheet',
  'vendor-cited': 'maker, as others cite it',
  library: 'part library',
  secondary: 'second hand',
  derived: 'derived',
  user: 'entered by hand',
};

interface Said {
  readonly part: string;
  readonly about: string;
  readonly source: string;
  readonly standing: string;
  readonly date: string;
}

/** Each part once, in the order of the bill of materials. */
function listUsed({ report, findPart }: ReportContent): Part[] {
  const ids = new Set(report.bom.flatMap(({ partId }) => (partId === null ? [] : [partId])));
  return [...ids].flatMap((id) => findPart(id) ?? []);
}

/** Units in the names of fields. */
const UNITS: ReadonlySet<string> = new Set([
  'w',
  'kw',
  'kg',
  'm',
  'mm',
  'mb',
  'gb',
  'ns',
  'lpm',
  'cfm',
  'tbps',
  'gbps',
]);

/** `powerMaxW` as `power max`. */
function nameField(field: string): string {
  const words = field
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _]/);
  return words
    .filter((word) => !UNITS.has(word))
    .map((word) => (word === 'typ' ? 'typical' : word))
    .join(' ');
}

function describeFields(fields: readonly string[] | undefined): string {
  return fields && fields.length > 0 ? [...new Set(fields.map(nameField))].join(', ') : 'the part';
}

function listFacts(part: Part): Said[] {
  return part.sources.map(({ url, confidence, fields, date, via }) => ({
    part: nameLine(part),
    about: describeFields(fields),
    source: [url.replace(/^https?:\/\//, ''), via ? `via ${via}` : ''].filter(Boolean).join(', '),
    standing: CONFIDENCE[confidence],
    date: date ?? part.asOf,
  }));
}

function listPrice(line: BomLine): Said[] {
  if (line.unitPrice === null) return [];
  return [
    {
      part: nameLine(line),
      about: 'price',
      source: line.priceSource ?? 'not said',
      standing: line.priceFrom === 'book' ? 'price book of the design' : 'catalog',
      date: line.priceDate ?? 'not said',
    },
  ];
}

/** Parts without a source, and those that are named but in no catalog. */
function listUnsaid({ report, findPart }: ReportContent): string[] {
  return report.bom.flatMap((line) => {
    if (line.partId === null) return [];
    const part = findPart(line.partId);
    return part && part.sources.length > 0 ? [] : [nameLine(line)];
  });
}

export function listSources(content: ReportContent): Block[] {
  const said = [...listUsed(content).flatMap(listFacts), ...content.report.bom.flatMap(listPrice)];
  const seen = new Map(said.map((own) => [`${own.part} ${own.about} ${own.source}`, own]));
  const unsaid = [...new Set(listUnsaid(content))];
  return [
    createTable(
      'Facts and prices',
      [wide('Part', 18), wide('Says', 16), { title: 'Source', breaks: true }, wide('Standing', 14), 'As of'],
      [...seen.values()],
      (own) => [own.part, own.about, own.source, own.standing, own.date],
    ),
    ...(unsaid.length === 0
      ? []
      : [{ kind: 'text', tone: 'open', text: `Without a source: ${unsaid.join(', ')}.` } as const]),
  ];
}
