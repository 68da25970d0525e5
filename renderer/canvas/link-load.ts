/** What the heat overlay says of a link. */
import { useSimulationStore } from '../store/simulation-store.ts';
import { useViewStore } from '../store/view-store.ts';
import { formatPercent } from '../ui/format.ts';
import { chooseHeatStep, HEAT_STEPS } from '../ui/heat-scale.ts';

interface LinkLoad {
  /** CSS custom property of the step's colour. */
  readonly colour: string;
  /** Line width as a multiple of the thinnest. */
  readonly thickness: number;
  /** `87 %`; `idle` when no flow takes the link. */
  readonly figure: string;
  /** For the card beside the pointer. */
  readonly fact: string;
}

/** null = the overlay is off, or the flow model has not run. */
export function useLinkLoad(linkId: string): LinkLoad | null {
  const isOn = useViewStore((state) => state.overlay === 'load');
  const peak = useSimulationStore((state) => (state.flow ? (state.flow.utilisationOfLink[linkId] ?? 0) : null));
  const mean = useSimulationStore((state) => state.flow?.meanUtilisationOfLink[linkId] ?? 0);
  if (!isOn || peak === null) return null;
  const at = chooseHeatStep(peak);
  const figure = at === 0 ? 'idle' : formatPercent(peak);
  return {
    colour: `var(--heat-${at})`,
    thickness: HEAT_STEPS[at]?.thickness ?? 1,
    figure,
    fact:
      at === 0
        ? 'No flow takes this link'
        : `Fullest cable ${figure} of its line rate over the run, all cables together ${formatPercent(mean)}`,
  };
}
