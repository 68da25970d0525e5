/** How each candidate looks in every chart: colour and marker by algorithm, dash by protocol. */
import type { AlgorithmFamily, Candidate, Protocol } from '#core/sim/estimate.ts';

const COLOURS: Readonly<Record<AlgorithmFamily, string>> = {
  ring: '$fabric-1',
  tree: '$fabric-4',
  nvls: '$fabric-3',
  'nvls-tree': '$fabric-5',
  direct: '$fabric-2',
};

const FAMILIES = Object.keys(COLOURS);
const PROTOCOLS: readonly Protocol[] = ['ll', 'll128', 'simple', null];

const SOLID = 0;
const DASHES: Readonly<Record<string, number>> = { ll: 2, ll128: 1, simple: SOLID };

export interface CandidateStyle {
  readonly name: string;
  readonly colour: string;
  readonly dash: number;
  readonly marker: number;
}

function rank(candidate: Candidate): number {
  return FAMILIES.indexOf(candidate.family) * PROTOCOLS.length + PROTOCOLS.indexOf(candidate.protocol);
}

/** Every candidate that some size knows, by family and protocol. */
export function styleCandidates(sizes: readonly { readonly candidates: readonly Candidate[] }[]): CandidateStyle[] {
  const byName = new Map<string, Candidate>();
  for (const { candidates } of sizes) for (const candidate of candidates) byName.set(candidate.name, candidate);
  return [...byName.values()]
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'))
    .map((candidate) => ({
      name: candidate.name,
      colour: COLOURS[candidate.family],
      dash: DASHES[candidate.protocol ?? ''] ?? SOLID,
      marker: FAMILIES.indexOf(candidate.family),
    }));
}
