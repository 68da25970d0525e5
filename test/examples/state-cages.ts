/** Cages for a part that the generator made of bare ports, so that media can be chosen for its links. */
import { assert, assertDefined } from '#core/base/assert.ts';
import type { PortBlock } from '#core/catalog/part.ts';
import type { Design } from '#core/design/design.ts';

type Cage = Pick<PortBlock, 'formFactor' | 'heatSink' | 'lanesPerCage' | 'gbpsPerLane'>;

export const OSFP_NDR: Cage = { formFactor: 'OSFP', heatSink: 'flat', lanesPerCage: 4, gbpsPerLane: 100 };
export const QSFP28: Cage = { formFactor: 'QSFP28', heatSink: null, lanesPerCage: 4, gbpsPerLane: 25 };

export function stateCages(design: Design, partId: string, cage: Cage): Design {
  const part = assertDefined(design.parts[partId], `the generator makes the part ${partId}`);
  assert(part.kind === 'server', `${partId} is a host`);
  const portBlocks = part.portBlocks.map((block) => ({ ...block, ...cage }));
  return { ...design, parts: { ...design.parts, [partId]: { ...part, portBlocks } } };
}
