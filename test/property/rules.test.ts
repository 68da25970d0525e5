/** What must hold of the rules on any drawing: their states, their findings, and that a fix does what it says. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import type { Report } from '#core/analysis/report.ts';
import { rules } from '#core/analysis/rules/rule-list.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { extendCatalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { toCommand } from '#core/edit/apply-fix.ts';
import { createEditState, transact } from '#core/edit/transact.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { arbitraryDesign } from '../support/arbitrary-design.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';

/** Each design is elaborated, analysed and, with fixes, analysed once more for every fix. */
const RUNS = 60;
vi.setConfig({ testTimeout: 120_000 });

function report(design: Design): Report {
  const { netlist, diagnostics } = elaborate(design, builtInCatalog);
  return analyse(netlist, diagnostics);
}

function checkAll(check: (report: Report, design: Design) => void): void {
  fc.assert(
    fc.property(arbitraryDesign, (design) => {
      check(report(design), design);
    }),
    { numRuns: RUNS },
  );
}

describe('the list of rules', () => {
  it('holds R01 to R30 once each, and no code twice', () => {
    const compatibility = rules.map(({ id }) => id).filter((id) => /^R\d\d$/.test(id));
    const wanted = Array.from({ length: 30 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`);
    expect(compatibility.toSorted()).toEqual(wanted);
    for (const key of ['id', 'code'] as const) {
      const values = rules.map((rule) => rule[key]);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('adopts each finding of elaboration once', () => {
    const adopted = rules.flatMap(({ adopts }) => adopts ?? []);
    expect(new Set(adopted).size).toBe(adopted.length);
  });
});

describe('outcomes', () => {
  it('have the state of their counts, and every failure a finding', () => {
    checkAll(({ rules: outcomes }) => {
      for (const { ruleId, state, checkedCount, failedCount, notCheckedCount, findings } of outcomes) {
        const wanted = failedCount > 0 ? 'failed' : notCheckedCount > 0 ? 'not-checked' : 'passed';
        expect([ruleId, state]).toEqual([ruleId, wanted]);
        expect(failedCount).toBeLessThanOrEqual(checkedCount);
        if (state === 'failed') expect(findings.length).toBeGreaterThan(0);
        if (state === 'not-checked') for (const { severity } of findings) expect(severity).toBe('advice');
      }
    });
  });

  it('hold all problems, each once', () => {
    checkAll(({ rules: outcomes, problems }) => {
      const findings = outcomes.flatMap((outcome) => outcome.findings);
      expect(problems).toHaveLength(findings.length);
      const keys = problems.map(({ code, message, where }) => JSON.stringify([code, message, where]));
      expect(keys.filter((key, index) => keys.indexOf(key) < index)).toEqual([]);
    });
  });

  it('lose no finding of elaboration but those a compatibility rule explains', () => {
    fc.assert(
      fc.property(arbitraryDesign, (design) => {
        const { netlist, diagnostics } = elaborate(design, builtInCatalog);
        const { problems } = analyse(netlist, diagnostics);
        for (const { code, message, where } of diagnostics) {
          const isKept = problems.some((problem) => problem.code === code && problem.message === message);
          const isExplained =
            /^media\.(none|misfit)$/.test(code) &&
            problems.some(({ severity, where: places }) => severity === 'error' && places[0]?.id === where[0]?.id);
          expect([code, isKept || isExplained]).toEqual([code, true]);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('fixes', () => {
  it('are accepted, and their finding is gone', () => {
    checkAll(({ problems }, design) => {
      for (const problem of problems) {
        if (!problem.fix) continue;
        const result = transact(
          createEditState(design),
          toCommand(problem.fix),
          extendCatalog(builtInCatalog, Object.values(design.parts)),
        );
        // A device that the user has locked stays where it is, and the refusal says so.
        const refusals = result.ok ? [] : result.error.filter(({ code }) => code !== 'edit.locked');
        expect([problem.fix.label, refusals]).toEqual([problem.fix.label, []]);
        if (result.ok) expect(listPlaces(report(result.value.design).problems, problem)).toEqual([]);
      }
    });
  });
});

/** Findings of the same kind about the same objects. */
function listPlaces(problems: readonly Diagnostic[], { code, where }: Diagnostic): string[] {
  const key = (refs: Diagnostic['where']): string =>
    refs.map(({ kind, id, blockId }) => `${kind} ${id} ${blockId}`).join();
  return problems
    .filter((problem) => problem.code === code && key(problem.where) === key(where))
    .map(({ message }) => message);
}
