/** Names of figures, taken apart. */
import { describe, expect, it } from 'vitest';
import { readMetricName, toSingular } from './name.ts';

describe('readMetricName', () => {
  it.each([
    ['cables_leaf_spine', { words: ['cable', 'leaf', 'spine'], speedGbps: null, per: null }],
    ['isl_links_400g', { words: ['isl', 'link'], speedGbps: 400, per: null }],
    ['gpu_cages_per_core', { words: ['gpu', 'cage'], speedGbps: null, per: 'core' }],
    ['cable_storage_2x200g', { words: ['cable', 'storage'], speedGbps: 200, per: null }],
    ['ew_leaves', { words: ['ew', 'leaf'], speedGbps: null, per: null }],
  ])('%s', (full, parts) => expect(readMetricName(full)).toMatchObject(parts));
});

it.each([
  ['gpus', 'gpu'],
  ['pdus', 'pdu'],
  ['switches', 'switch'],
  ['chassis', 'chassis'],
  ['bus', 'bus'],
  ['ns', 'ns'],
  ['ocs', 'ocs'],
])('%s is several %s', (plural, singular) => expect(toSingular(plural)).toBe(singular));
