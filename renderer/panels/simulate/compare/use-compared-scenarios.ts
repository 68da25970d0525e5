/** Every scenario of the open design, asked anew after each change of either. */
import { useEffect, useState } from 'react';
import type { Scenario } from '#core/design/scenario.ts';
import { useCurrentScenario } from '../../../store/current-scenario.ts';
import { selectDesign, useDesignStore } from '../../../store/design-store.ts';
import { simulateScenarios } from '../../../store/simulation-store.ts';
import { compareScenario, type ComparedRun } from './compared-run.ts';

interface ComparedScenarios {
  readonly runs: readonly ComparedRun[];
  readonly isStale: boolean;
  /** Details of a fault of ours. */
  readonly failure: string | null;
}

const NOTHING: ComparedScenarios = { runs: [], isStale: true, failure: null };
/** Edits come in bursts; the answer to the last one counts. */
const WAIT_MS = 120;

export function useComparedScenarios(): ComparedScenarios {
  const design = useDesignStore(selectDesign);
  const current = useCurrentScenario();
  const [compared, setCompared] = useState(NOTHING);
  useEffect(() => {
    const own = Object.values(design.scenarios ?? {});
    const scenarios: readonly Scenario[] = own.includes(current) ? own : [current, ...own];
    let isCurrent = true;
    setCompared((old) => ({ ...old, isStale: true }));
    const timer = setTimeout(() => {
      simulateScenarios(scenarios).then(
        (answers) => {
          if (!isCurrent) return;
          const runs = scenarios.flatMap((scenario, at) => {
            const answer = answers[at];
            return answer ? [compareScenario(scenario, answer)] : [];
          });
          setCompared({ runs, isStale: false, failure: null });
        },
        (fault: unknown) => {
          if (isCurrent) setCompared((old) => ({ ...old, isStale: false, failure: String(fault) }));
        },
      );
    }, WAIT_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [design, current]);
  return compared;
}
