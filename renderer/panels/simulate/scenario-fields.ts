/** What every part of the scenario editor works on. */
import type { Scenario } from '#core/design/scenario.ts';
import type { ScenarioPatch } from '../../store/current-scenario.ts';

export interface ScenarioFieldsProps {
  readonly scenario: Scenario;
  /** Edits with one gesture id undo together. */
  readonly onEdit: (patch: ScenarioPatch, gestureId?: string) => void;
}
