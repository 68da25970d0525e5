/** Keeps the present results under a name. */
import { Bookmark } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useCurrentScenario } from '../../../store/current-scenario.ts';
import { showNotice } from '../../../store/notice-store.ts';
import { saveRun } from '../../../store/saved-runs.ts';
import { useSimulationStore } from '../../../store/simulation-store.ts';
import { Button } from '../../../ui/button.tsx';

export function KeepRun(): ReactElement {
  const scenario = useCurrentScenario();
  const canSave = useSimulationStore((state) => state.estimate !== null && !state.isStale);
  const [name, setName] = useState('');
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    const outcome = saveRun(name.trim() || scenario.name, new Date().toISOString());
    if (outcome === 'no-results') return;
    setName('');
    if (outcome === 'saved') showNotice('success', 'Run kept');
    else showNotice('warning', 'Run kept until the window closes: the browser has no room for more. Delete old runs.');
  };
  return (
    <form className="compare__keep" onSubmit={keep}>
      <input
        type="text"
        className="ui-input"
        aria-label="Name of the run"
        placeholder={scenario.name}
        value={name}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setName(event.target.value)}
        data-testid="run-name"
      />
      <Button type="submit" tone="primary" disabled={!canSave} data-testid="keep-run">
        <Bookmark size={14} /> Keep this run
      </Button>
    </form>
  );
}
