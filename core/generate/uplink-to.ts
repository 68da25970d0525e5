/** Leaves of one fabric uplinked to the leaves of another: how out-of-band switches reach the in-band network. */
import type { SwitchPart } from '../catalog/part.ts';
import type { FabricContext } from './context.ts';
import { findSwitchBlock } from './find-parts.ts';

export function addUplinksTo(
  context: FabricContext,
  part: SwitchPart,
  leafEnd: { readonly deviceId: string },
  plane: number,
): void {
  const { draft, fabric, fabricName } = context;
  if (fabric.uplinkTo === null) return;
  const { fabricId, linksPerLeaf, speedGbps } = fabric.uplinkTo;
  const target = draft.findLeaves(fabricId, plane) ?? draft.findLeaves(fabricId, 0);
  const block = findSwitchBlock(part, speedGbps, 'up');
  if (!target || !block) {
    draft.note(
      `The ${fabricName} leaves have no uplinks to '${fabricId}': it is not drawn before them, or they lack ${speedGbps}G.`,
    );
    return;
  }
  const leafCount = draft.getDevice(leafEnd.deviceId).count;
  draft.uplinks.push({ fromFabricId: fabric.id, toFabricId: fabricId, leafCount, linksPerLeaf, speedGbps });
  const kept = target.keptFor?.get(fabric.id);
  draft.addLink(
    {
      fabricId: fabric.id,
      a: { deviceId: leafEnd.deviceId, blockId: block.id },
      b: kept ? { ...target.end, members: kept } : { ...target.end },
      pattern: 'spread',
      cablesPerPair: linksPerLeaf,
      speedGbps,
    },
    linksPerLeaf,
    kept ? 0 : Math.ceil((leafCount * linksPerLeaf) / target.count),
  );
}
