/** What a link that is not drawn yet makes in cables and takes in ports. */
import type { Part } from '../../catalog/part.ts';
import type { LinkPreview, PortPreview } from '../../netlist/preview-link.ts';
import type { Explanation } from './explanation.ts';
import { listPartSources } from './part-sources.ts';

const AS_BUILT = 'Counted by elaborating the design with the link and without it.';

/** `parts`: what it would be made of. null = nothing is bought for it. */
export function explainPreviewCables(preview: LinkPreview, parts: readonly Part[]): Explanation | null {
  const { cableCount, connectionCount, requestedCount, mediumLabel } = preview;
  if (cableCount === 0) return null;
  return {
    title: 'Cables of the new link',
    formula: 'A = C / c',
    values: [
      { symbol: 'A', value: cableCount, unit: 'cable assemblies', meaning: `to buy: ${mediumLabel}` },
      { symbol: 'C', value: connectionCount, unit: 'connections', meaning: 'port to port' },
      { symbol: 'c', value: connectionCount / cableCount, unit: 'each', meaning: 'connections that one serves' },
      { symbol: 'w', value: requestedCount, unit: 'connections', meaning: 'asked for' },
    ],
    counted: [],
    sources: listPartSources(parts, ['ends', 'lengths', 'reachM']),
    caveats: [
      AS_BUILT,
      ...(connectionCount < requestedCount
        ? [`Ports run out: ${requestedCount - connectionCount} of the connections are not made.`]
        : []),
    ],
  };
}

/** null = it takes none: its plugs are part of the cable. */
export function explainPreviewModules(preview: LinkPreview, parts: readonly Part[]): Explanation | null {
  const { transceiverCount, connectionCount, mediumLabel } = preview;
  if (transceiverCount === 0) return null;
  return {
    title: 'Transceivers of the new link',
    formula: 'X = 2 × C / q',
    values: [
      { symbol: 'X', value: transceiverCount, unit: 'modules', meaning: mediumLabel },
      { symbol: 'C', value: connectionCount, unit: 'connections', meaning: 'with a module at either end' },
      {
        symbol: 'q',
        value: (2 * connectionCount) / transceiverCount,
        unit: 'each',
        meaning: 'connections that one module serves, on average over both ends',
      },
    ],
    counted: [],
    sources: listPartSources(parts, ['connectorCount', 'formFactors', 'speedGbps']),
    caveats: [AS_BUILT, 'A module that another link has already is not bought again.'],
  };
}

/** Ports of one end, over all members of its group. */
export function explainPreviewPorts(name: string, ports: PortPreview, part: Part | undefined): Explanation {
  const { usedBefore, usedAfter, owned, fullestMemberUsed, ownedPerMember } = ports;
  return {
    title: `Ports of ${name}`,
    formula: 'U = B + n',
    values: [
      { symbol: 'U', value: usedAfter, unit: 'ports', meaning: 'used with the link' },
      { symbol: 'B', value: usedBefore, unit: 'ports', meaning: 'used without it' },
      { symbol: 'n', value: usedAfter - usedBefore, unit: 'ports', meaning: 'taken by it' },
      { symbol: 'O', value: owned, unit: 'ports', meaning: 'owned, in the modes set with the link' },
      { symbol: 'f', value: fullestMemberUsed, unit: 'ports', meaning: 'used on the fullest member' },
      { symbol: 'o', value: ownedPerMember, unit: 'ports', meaning: 'owned by each member' },
    ],
    counted: [],
    sources: listPartSources([part], ['portBlocks']),
    caveats: [AS_BUILT],
  };
}
