/** A parallel layout to start from: the fewest GPUs for one copy of the model whose memory holds it, tensor parallel first. */
import type { Layout, Training } from '../../netlist/netlist.ts';
import { countStateBytes } from './memory.ts';
import { sizeParallel } from './parallel-sizes.ts';

export interface LayoutSite {
  readonly gpuCount: number;
  /** GPUs of one scale-up domain: tensor parallel stays inside. */
  readonly domainSize: number;
  /** null = not known: then only the batch has to divide. */
  readonly hbmGb: number | null;
  readonly gradientBytes: number;
}

/** Of memory; activations and buffers need the rest. */
const STATE_SHARE = 0.7;
const BYTES_PER_GB = 1e9;

/** null = none of the layouts tried fits. */
export function proposeLayout(training: Training, site: LayoutSite): Layout | null {
  const { model } = training;
  const tensors = listPowers(site.domainSize);
  const pipelines = listPowers(model.layerCount);
  // Experts spread as far as they are many; dense layers of such models are small and need no tensor parallel.
  const experts = model.expertCount === 0 ? [1] : listPowers(model.expertCount).reverse();
  const candidates = experts.flatMap((expert) =>
    pipelines.flatMap((pipeline) =>
      (model.expertCount === 0 ? tensors : [1]).map((tensor) => ({ tensor, context: 1, pipeline, expert })),
    ),
  );
  // Stable: of equal products the shorter pipeline comes first, and of experts the widest spread.
  candidates.sort(
    (one, other) => one.tensor * one.pipeline - other.tensor * other.pipeline || one.pipeline - other.pipeline,
  );
  return candidates.find((layout) => isFitting(layout, training, site)) ?? null;
}

function isFitting(layout: Layout, training: Training, { gpuCount, hbmGb, gradientBytes }: LayoutSite): boolean {
  const sizes = sizeParallel(layout, training, gpuCount);
  if (!sizes.ok) return false;
  return hbmGb === null || countStateBytes(training, sizes.value, gradientBytes) <= STATE_SHARE * hbmGb * BYTES_PER_GB;
}

/** 1, 2, 4 ... up to `most`. */
function listPowers(most: number): number[] {
  return Array.from({ length: Math.floor(Math.log2(most)) + 1 }, (_, exponent) => 2 ** exponent);
}

/** As the field writes it: 'tensor 8 x pipeline 16'. */
export function describeLayout({ tensor, context, pipeline, expert }: Layout): string {
  const named = Object.entries({ tensor, context, pipeline, expert }).filter(([, size]) => size > 1);
  return named.length === 0 ? 'data parallel alone' : named.map(([name, size]) => `${name} ${size}`).join(' x ');
}
