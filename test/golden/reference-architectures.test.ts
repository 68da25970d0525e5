/**
 * The published and derived reference designs of test/golden/cases, reproduced from their inputs. Expected figures are those of
 * the sources named in the case file. Whatever is skipped is listed here, so that a new skip fails.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../support/built-in-catalog.ts';
import { type GoldenCase, parseCases } from './interpret/case-schema.ts';
import { openDesignLibrary } from './interpret/design-library.ts';
import { printCase, printTable } from './interpret/print-outcome.ts';
import { type CaseOutcome, runCase } from './interpret/run-case.ts';

const folder = import.meta.dirname;

/** The largest rows spell out 700,000 hosts; the machine may be shared. */
const PATIENCE_MS = 120_000;

/** Counts of devices, cables, links or modules that are not reproduced. */
const skippedCounts: Readonly<Record<string, readonly string[]>> = {
  // One half of a twin-port cage split into 2 x 200G while the other half runs at 400G: a cage has one mode in Weft.
  'nv-h100-superpod-bom': ['cable_compute_ufm_200g'],
  // The table follows from ports per server and services that the inputs (a pattern's name and a size) do not give.
  'era-single-tier-scaling': ['converged_or_ns_leaves', 'ew_leaves', 'oob'],
  // The size of a job that ran.
  'bytedance-megascale': ['gpus'],
  // A paper's estimate of another network.
  'tpu-v4-pod': ['ib_switches_equivalent'],
};

/** Cost, time and the like, of which the report has no notion, and power that the inputs do not describe. */
const skippedQuantities: Readonly<Record<string, readonly string[]>> = {
  'nv-gb200-superpod-su': ['su_tdp_mw'],
  'deepseek-topology-table': ['cost_musd', 'cost_per_endpoint_kusd'],
  'deepseek-latency': ['same_leaf_us', 'cross_leaf_us'],
  'semianalysis-100k-power': ['bf3_extra_mw'],
  'semianalysis-link-mttf': ['first_failure_min'],
  'switch-power-optics': ['watts'],
  'railonly-1024': [
    'network_cost_saving_min',
    'network_cost_saving_max',
    'network_power_saving_min',
    'network_power_saving_max',
  ],
  'tpu-v5e-pod': ['allreduce_tb_s', 'dcn_tbps'],
  'tpu-v4-pod': ['allreduce_tb_s', 'chip_power_w_mean'],
  'nccl-busbw': ['t_ms', 'busbw_factor'],
  'jax-h100-1024': ['switch_level_tb_s', 'collective_gb_s', 'node_bisection_tb_s', 'allgather_ms'],
};

const parsed = parseCases(readFileSync(join(folder, 'cases', 'reference-architectures.json'), 'utf8'));
if (!parsed.ok) throw new Error(parsed.error);
const library = openDesignLibrary([join(folder, 'designs')]);
const outcomes = new Map<string, CaseOutcome>();

function run(goldenCase: GoldenCase): CaseOutcome {
  const outcome = outcomes.get(goldenCase.id) ?? runCase(goldenCase, builtInCatalog, library);
  outcomes.set(goldenCase.id, outcome);
  return outcome;
}

function isWrong(kind: string): boolean {
  return kind === 'wrong' || kind === 'crashed';
}

function listSkipped(outcome: CaseOutcome): string[] {
  const metrics = outcome.rows.flatMap((row) => row.metrics).filter(({ verdict }) => verdict.kind === 'skipped');
  return [...new Set(metrics.map(({ metric }) => metric))].sort();
}

describe('reference architectures', { timeout: PATIENCE_MS }, () => {
  it.each(parsed.value.map((goldenCase) => [goldenCase.id, goldenCase] as const))('%s', (id, goldenCase) => {
    const outcome = run(goldenCase);
    const wrong = outcome.rows.flatMap((row) => row.metrics).filter(({ verdict }) => isWrong(verdict.kind));
    expect(wrong, printCase(outcome, true).join('\n')).toEqual([]);
    expect(listSkipped(outcome)).toEqual([...(skippedCounts[id] ?? []), ...(skippedQuantities[id] ?? [])].sort());
  });

  it('reproduces every count of at least 28 of the 32 cases', () => {
    expect(parsed.value).toHaveLength(32);
    expect(Object.keys(skippedCounts).length).toBeLessThanOrEqual(32 - 28);
  });

  it('is described by the table of the README as it is', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    const table = printTable(parsed.value.map(run)).join('\n');
    expect(readme).toContain(table);
  });
});
