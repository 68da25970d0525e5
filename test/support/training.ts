/** Models of the presets by name. */
import type { Model } from '#core/design/scenario.ts';
import { MODEL_PRESETS } from '#core/sim/training/model-presets.ts';

export function findPreset(name: string): Model {
  const model = MODEL_PRESETS.find((preset) => preset.name === name);
  if (!model) throw new Error(`No preset ${name}`);
  return model;
}
