/** Takes over what a proposal changes: only the answers that differ between its requirements and those of the form. */
import type { FabricRequirements, Requirements, SwitchSpec } from '#core/generate/requirements.ts';
import { type FabricForm, FURTHER_PURPOSES, type RequirementsForm, type SwitchChoice } from './form.ts';

export function adoptRequirements(form: RequirementsForm, from: Requirements, to: Requirements): RequirementsForm {
  const changesOf = (id: string): Partial<FabricForm> => {
    const before = from.fabrics.find((fabric) => fabric.id === id);
    const after = to.fabrics.find((fabric) => fabric.id === id);
    return before && after ? listChanges(before, after) : {};
  };
  const further = { ...form.further };
  for (const purpose of FURTHER_PURPOSES) further[purpose] = { ...further[purpose], ...changesOf(purpose) };
  return { ...form, compute: { ...form.compute, ...changesOf('compute') }, further };
}

function listChanges(before: FabricRequirements, after: FabricRequirements): Partial<FabricForm> {
  const differs = (key: keyof FabricRequirements): boolean =>
    JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  return {
    ...(differs('topology') ? { topology: after.topology } : {}),
    ...(differs('technology') ? { technology: after.technology } : {}),
    ...(differs('speedGbps') ? { speedGbps: after.speedGbps } : {}),
    ...(differs('uplinkSpeedGbps') ? { uplinkSpeedGbps: after.uplinkSpeedGbps } : {}),
    ...(differs('leaf') ? { leaf: toChoice(after.leaf) } : {}),
    ...(differs('spine') ? { spine: toChoice(after.spine) } : {}),
    ...(differs('core') ? { core: toChoice(after.core) } : {}),
    ...(differs('tiers') ? { tiers: after.tiers } : {}),
    ...(differs('rails') ? { rails: after.rails } : {}),
    ...(differs('planes') ? { planes: after.planes } : {}),
    ...(differs('endpointsPerUnit') ? { endpointsPerUnit: after.endpointsPerUnit } : {}),
    ...(differs('portsPerEndpoint') ? { portsPerEndpoint: after.portsPerEndpoint } : {}),
    ...(differs('oversubscription')
      ? { leafRatio: after.oversubscription.leaf, spineRatio: after.oversubscription.spine }
      : {}),
    ...(differs('dragonfly') && after.dragonfly ? { dragonfly: after.dragonfly } : {}),
    ...(differs('slimFly') && after.slimFly ? { slimFly: after.slimFly } : {}),
  };
}

function toChoice(spec: SwitchSpec | null): SwitchChoice {
  if (spec === null) return { kind: 'auto' };
  if ('partId' in spec) return { kind: 'part', partId: spec.partId };
  return { kind: 'plain', radix: spec.radix, portGbps: spec.portGbps, split: spec.splits[0] ?? 1 };
}
