/**
 * The import table (.dependency-cruiser.cjs) as a check that cannot pass by seeing nothing: with a compiler it does not know,
 * dependency-cruiser reports "0 modules" and success.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, root, runNode, toolPath } from './run-process.mjs';

const rooms = ['core', 'assets', 'renderer', 'electron'];

/** One line for each violation, or for what the cruise should have seen and did not. */
export function listBoundaryFaults(cruise) {
  const { modules, summary } = cruise;
  const comments = new Map(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
  const violations = summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle ? [from, ...cycle.map((step) => step.name)].join(' -> ') : `${from} -> ${to}`;
    return `${way}: ${comments.get(rule.name)} (${rule.name})`;
  });
  const unseen = rooms.filter((room) => !modules.some(({ source }) => source.startsWith(`${room}/`)));
  return [...violations, ...unseen.map((room) => `${room}/: no module was seen, so nothing was checked`)];
}

export async function checkBoundaries() {
  const present = rooms.filter((room) => existsSync(join(root, room)));
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...present];
  const { code, output } = await runNode([toolPath('dependency-cruiser', 'depcruise'), ...args], { stdio: 'pipe' });
  try {
    const cruise = JSON.parse(output.slice(output.indexOf('{')));
    const faults = listBoundaryFaults(cruise);
    return {
      ok: faults.length === 0,
      output: faults.length > 0 ? faults.join('\n') : `${cruise.modules.length} modules`,
    };
  } catch {
    return { ok: false, output: `dependency-cruiser failed with code ${code}:\n${output}` };
  }
}

if (isMain(import.meta.url)) {
  const { ok, output } = await checkBoundaries();
  console.log(output);
  process.exitCode = ok ? 0 : 1;
}
