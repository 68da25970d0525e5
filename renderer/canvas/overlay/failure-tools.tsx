/** Breaking by clicks while one watches the numbers: the tool that does it, and the way back. */
import { Unplug } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { repairItems } from '../../store/break-items.ts';
import { currentScenario } from '../../store/current-scenario.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { Button } from '../../ui/button.tsx';
import { focusCanvas } from '../focus-canvas.ts';
import { readInteraction, setInteraction, useInteraction } from '../interaction.ts';

/** With the legend out of sight nothing would say that a click breaks. */
function layDown(): void {
  if (readInteraction().tool === 'break') setInteraction({ tool: 'select' });
}

export function FailureTools(): ReactElement {
  const isBreaking = useInteraction((state) => state.tool === 'break');
  const failures = useDesignStore((state) => currentScenario(selectDesign(state)).failures);
  useEffect(() => () => layDown(), []);
  return (
    <>
      <p>
        {isBreaking
          ? 'A click breaks one of a device, a link or a rack, Shift and click all of it. Once all is broken, a click repairs it.'
          : 'Select something and press Shift+B to break one of it, Shift+R to repair it. Or break by clicking:'}
      </p>
      <div className="cv-legend-run">
        <Button
          aria-pressed={isBreaking}
          onClick={() => {
            setInteraction({ tool: isBreaking ? 'select' : 'break' });
            // Escape lays the tool down, from the drawing.
            focusCanvas();
          }}
          data-testid="break-tool"
        >
          <Unplug size={13} aria-hidden />
          {isBreaking ? 'Stop breaking' : 'Break by clicks'}
        </Button>
        {failures.length > 0 ? <Button onClick={() => repairItems('all')}>Repair all</Button> : null}
      </div>
    </>
  );
}
