/** What the words of a case say about its shape: `rail-optimised full fat tree`, `MPFT, 8 planes`, `two converged switches joined by ISL`. */
import type { Topology } from '#core/generate/requirements.ts';
import { readCountOf } from './read-text.ts';

export interface TopologyWords {
  readonly topology: Topology | null;
  readonly tiers: number | null;
  readonly planes: number | null;
  /** A torus without its wrap-around links. */
  readonly isMesh: boolean;
}

/** First match wins: the narrower word stands before the wider. */
const WORDS: readonly (readonly [pattern: RegExp, topology: Topology])[] = [
  [/slim[\s-]*fly/i, 'slim-fly'],
  [/dragonfly\s*(\+|plus)|mega-?fly/i, 'dragonfly-plus'],
  [/dragonfly|slingshot/i, 'dragonfly'],
  [/hyper-?x|flattened[\s-]+butterfly|hamming/i, 'hyperx'],
  [/torus|\bmesh\b(?!\s*(of|between|ed|link))/i, 'torus'],
  [/rail[\s-]only|(separate|independent|unjoined) rails?|rail (planes|groups)/i, 'rail-only'],
  [
    /(two|2|pair of)[\w\s,-]*switch(es)?\b.*\b(isl|inter-?switch|joined)|two-switch|switch pair|leaf pair/i,
    'two-switch',
  ],
  [/single[\s-]switch|one switch/i, 'single-switch'],
  [/rail/i, 'rail-optimised'],
  [/fat[\s-]*tree|clos\b|\bm?p?ft\d?\b/i, 'fat-tree'],
  [/leaf[\s/-]*spine|spine[\s/-]*leaf|tor[\s/-]+spine/i, 'leaf-spine'],
];

export function readTopologyWords(text: string): TopologyWords {
  const topology = WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  const tiers = readCountOf(text, '(?:tiers?|layers?|levels?|stages?)\\b') ?? readShortTiers(text);
  const planes = readCountOf(text, 'planes?\\b') ?? (/\bdual[\s-]tor\b/i.test(text) ? 2 : null);
  return { topology, tiers, planes, isMesh: topology === 'torus' && !/torus/i.test(text) };
}

/** `FT3`, `MPFT` (two layers a plane), `3-tier`. */
function readShortTiers(text: string): number | null {
  const match = /\bFT-?(\d)\b/i.exec(text);
  if (match) return Number(match[1]);
  return /\bMPFT\b/i.test(text) ? 2 : null;
}
