/**
 * A case row as the designer's wishes: every input under one name, whatever the file calls it, as numbers. Nothing here
 * reads what the row expects.
 */
import type { Topology } from '#core/generate/requirements.ts';
import type { Site } from '#core/design/facilities.ts';
import type { GoldenCase, GoldenRow, InputValue, InputValues, MetricText } from './case-schema.ts';
import {
  listPortGroups,
  readCountOf,
  readMultiplier,
  readNumber,
  readRatio,
  readShape,
  readTiers,
} from './read-text.ts';
import { type Figures, readFigures } from './input-names.ts';
import { readSite } from './read-site.ts';
import { readTopologyWords, type TopologyWords } from './topology-words.ts';

export interface Wish extends Figures {
  readonly words: TopologyWords;
  /** Words that may name the server, the switches. null = not given. */
  readonly serverText: string | null;
  readonly rackText: string | null;
  readonly leafText: string | null;
  readonly spineText: string | null;
  readonly coreText: string | null;
  readonly tiers: number | null;
  readonly leafOversubscription: number | null;
  readonly spineOversubscription: number | null;
  readonly shape: readonly number[] | null;
  readonly tile: readonly number[] | null;
  readonly isWrapped: boolean;
  /** `scope` of the row: one unit of several. */
  readonly scope: string | null;
  /** The most scalable units any row of the case has. */
  readonly unitsAtMost: number | null;
  /** Rates of the site. */
  readonly site: Site;
  /** All inputs of the row, for what only one metric asks. */
  readonly values: InputValues;
  readonly metrics: Readonly<Record<string, MetricText>>;
}

export function readWish(goldenCase: GoldenCase, row: GoldenRow): Wish {
  const values: InputValues = { ...goldenCase.inputs, ...row.when };
  const figures = completeFigures(readFigures(values));
  const words = readShapeWords(goldenCase, row, values);
  const text = (...keys: string[]): string | null => pickText(values, keys);
  const size = figures.units ?? figures.nodes ?? figures.hosts ?? figures.gpus;
  return {
    ...figures,
    units: readUnits(figures, values),
    words,
    planes: figures.planes ?? words.planes,
    displaced: figures.displaced ?? (readFlag(values['ufm']) ? 1 : null),
    serverText:
      text('server', 'system', 'node', 'host', 'gpu_server', 'compute_node', 'gpu', 'accelerator', 'chip') ??
      readTitledServer(goldenCase.title),
    rackText: text('rack', 'rack_system', 'rack_scale'),
    leafText: text(
      'leaf',
      'leaf_switch',
      'tor',
      'tor_switch',
      'edge_switch',
      'switch',
      'switches',
      'compute_switch',
      'switch_chip',
      'asic',
    ),
    spineText: text('spine', 'spine_switch', 'agg', 'agg_switch', 'aggregation', 'aggregation_switch'),
    coreText: text('core', 'core_switch', 'superspine'),
    tiers: readRowTiers(row.when, size) ?? readRowTiers(goldenCase.inputs, size) ?? words.tiers,
    ...readOversubscriptions(values),
    shape: readShape(values['shape'] ?? values['dims'] ?? values['dimensions'] ?? values['torus_shape']),
    tile: readTile(values),
    isWrapped: values['torus'] !== false && values['wrap'] !== false && !words.isMesh,
    scope: text('scope'),
    unitsAtMost: findLargestUnits(goldenCase),
    site: readSite(goldenCase, values),
    values,
    metrics: goldenCase.metrics,
  };
}

/** A title names the accelerator where the inputs name no machine (`1024-GPU H100 fat tree`): NVIDIA's own server of it. */
function readTitledServer(title: string): string | null {
  const match = /\b(A100|H100|H200|B200|B300)\b/.exec(title);
  return match && /\bGPU/.test(title) ? `DGX ${match[1]}` : null;
}

/** GPUs and machines together say how many GPUs a machine has. */
function completeFigures(figures: Figures): Figures {
  const { gpus, nodes, gpusPerNode } = figures;
  if (gpusPerNode !== null || gpus === null || nodes === null || gpus % nodes !== 0 || gpus === nodes) return figures;
  return { ...figures, gpusPerNode: gpus / nodes };
}

function pickText(values: InputValues, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value: InputValue | undefined = values[key];
    if (typeof value === 'string' && readNumber(value) === null) return value;
  }
  return null;
}

/** As a figure, or in the words of the shape (`three-layer fat tree`). */
function readRowTiers(values: InputValues, size: number | null): number | null {
  const figure = readTiers(values['tiers'] ?? values['layers'] ?? values['levels'] ?? values['stages'], size);
  if (figure !== null) return figure;
  for (const key of ['topology', 'design', 'kind', 'fabric', 'architecture']) {
    const input = values[key];
    const tiers = typeof input === 'string' ? readTopologyWords(input).tiers : null;
    if (tiers !== null) return tiers;
  }
  return null;
}

/** The row's own words first, then the case's, then its title: the nearest that names a shape. */
function readShapeWords(goldenCase: GoldenCase, row: GoldenRow, values: InputValues): TopologyWords {
  const texts = ['topology', 'design', 'kind', 'fabric', 'architecture', 'type', 'network']
    .flatMap((key) => [row.when[key], goldenCase.inputs[key]])
    .filter((value) => typeof value === 'string');
  const own = texts.map(readTopologyWords);
  const titled = readTopologyWords(goldenCase.title);
  const isTorus = values['torus'] === true || values['torus'] === 'yes';
  return {
    topology: chooseWord(
      own.find((words) => words.topology !== null)?.topology ?? (isTorus ? 'torus' : null),
      titled.topology,
    ),
    tiers: own.find((words) => words.tiers !== null)?.tiers ?? null,
    planes: own.find((words) => words.planes !== null)?.planes ?? null,
    isMesh: own.some((words) => words.isMesh),
  };
}

/** The inputs' word holds, unless it only says `rail` and the title says which of the rail designs. */
function chooseWord(own: Topology | null, titled: Topology | null): Topology | null {
  return own === null || (own === 'rail-optimised' && titled === 'rail-only') ? titled : own;
}

/** How many scalable units the row has: those given, those of the pods, or one where the scope says so. */
function readUnits(figures: Figures, values: InputValues): number | null {
  const scope = typeof values['scope'] === 'string' ? values['scope'] : '';
  if (/^(one )?(su|scalable unit|stripe|segment|unit)\b/i.test(scope)) return 1;
  const { units, pods, unitsPerPod } = figures;
  if (/^(one )?pod\b/i.test(scope)) return unitsPerPod ?? 1;
  if (units !== null) return units;
  if (unitsPerPod !== null) return unitsPerPod * (pods ?? 1);
  return pods;
}

function findLargestUnits(goldenCase: GoldenCase): number | null {
  const sizes = goldenCase.rows
    .map((row) => readFigures({ ...goldenCase.inputs, ...row.when }).units)
    .filter((units) => units !== null);
  return sizes.length > 0 ? Math.max(...sizes) : null;
}

/** By tier: a name that says spine, core or above a pod means the upper one, any other the leaves. */
function readOversubscriptions(values: InputValues): Pick<Wish, 'leafOversubscription' | 'spineOversubscription'> {
  const pick = (isUpper: boolean): number | null => {
    for (const [key, input] of Object.entries(values)) {
      if (!key.includes('oversub') || /spine|agg|core|above|upper/.test(key) !== isUpper) continue;
      const ratio = readRatio(input);
      if (ratio !== null) return ratio;
    }
    const shape = values['topology'];
    const worded = typeof shape === 'string' ? /\d+(?:\.\d+)?\s*:\s*\d+(.*)/.exec(shape) : null;
    return worded && /spine|agg|core|above|upper/i.test(worded[1] as string) === isUpper ? readRatio(worded[0]) : null;
  };
  return { leafOversubscription: pick(false), spineOversubscription: pick(true) };
}

/** `4 x 4 x 4 = 64 chips` under `rack`, `cube` or `tile`. */
function readTile(values: InputValues): number[] | null {
  for (const key of ['tile', 'cube', 'rack', 'block']) {
    const value = values[key];
    if (Array.isArray(value)) return readShape(value);
    if (typeof value === 'string') {
      const shape = readShape((value.split(/[=(,:]/)[0] as string).replace(/[^\dx×]+$/i, '').trim());
      if (shape && shape.length > 1) return shape;
    }
  }
  return null;
}

function readFlag(value: InputValue | undefined): boolean {
  return value === true || (typeof value === 'string' && /^(yes|true|with)\b/i.test(value));
}

/** Ports and speed the words of a device give: `Tomahawk 4, 64 x 400G`, `64-cage 800G Ethernet`. */
export function readPortWords(text: string, speedGbps: number | null): { radix: number; speedGbps: number } | null {
  const groups = listPortGroups(text);
  const group = groups.find((candidate) => candidate.speedGbps === speedGbps) ?? groups[0];
  if (group) return { radix: group.count, speedGbps: group.speedGbps };
  const count = readCountOf(text, '(?:port|cage|radix)');
  const speed = /(\d+(?:\.\d+)?)\s*(G|T)\b/.exec(text);
  if (count === null || !speed) return null;
  return { radix: count, speedGbps: Number(speed[1]) * (speed[2] === 'T' ? 1000 : 1) };
}

/** How many of a device its words ask for: `QM9700 x 2`, `QFX5240-64OD x 8 per stripe`. */
export function readDeviceCount(text: string | null): { count: number; isPerUnit: boolean } | null {
  const multiplier = text === null ? null : readMultiplier(text);
  return multiplier ? { count: multiplier.high, isPerUnit: multiplier.per !== null } : null;
}
