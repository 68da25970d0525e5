/** The examples that ship with the program, offered as starting points: smallest first, each with what a card says of it. */
import { extendCatalog, findPart } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { parseDesign } from '#core/io/design-file.ts';
import { builtInCatalog } from '../store/design-store.ts';
import { describeFabric } from './describe-fabric.ts';

export interface Template {
  readonly fileName: string;
  readonly design: Design;
  readonly title: string;
  /** The first line of the design's notes. */
  readonly summary: string;
  readonly gpuCount: number;
  /** What the GPUs meet over, e.g. `InfiniBand, 2 tiers`. */
  readonly fabric: string;
}

const texts = import.meta.glob<string>('../../examples/*.weft', { query: '?raw', import: 'default', eager: true });

let templates: readonly Template[] | null = null;

export function listTemplates(): readonly Template[] {
  templates ??= Object.entries(texts)
    .flatMap(([path, text]) => {
      const fileName = path.slice(path.lastIndexOf('/') + 1);
      const parsed = parseDesign(text, fileName);
      return parsed.ok ? [createTemplate(fileName, parsed.value)] : [];
    })
    .sort((x, y) => x.gpuCount - y.gpuCount || (x.title < y.title ? -1 : 1));
  return templates;
}

function createTemplate(fileName: string, design: Design): Template {
  const summary = design.notes.split('\n')[0] ?? '';
  return { fileName, design, title: design.name, summary, gpuCount: countGpus(design), fabric: describeFabric(design) };
}

export function countGpus(design: Design): number {
  const catalog = extendCatalog(builtInCatalog, Object.values(design.parts));
  return Object.values(design.devices).reduce(
    (sum, { partId, count }) => sum + count * (findPart(catalog, partId, 'server')?.gpuCount ?? 0),
    0,
  );
}
