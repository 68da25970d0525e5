/** From a line of the bill of materials back to the objects of the design it was counted from. */
import type { BomCategory, BomLine } from '#core/analysis/bom-report.ts';
import type { LinkReport } from '#core/analysis/report.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';

/** Which kind of object the names in a line of that category stand for. */
const KIND_OF_CATEGORY: Readonly<Record<BomCategory, 'device' | 'link' | 'rack' | 'cdu'>> = {
  server: 'device',
  switch: 'device',
  nic: 'device',
  transceiver: 'device',
  cable: 'link',
  rack: 'rack',
  'blanking-panel': 'rack',
  cdu: 'cdu',
  pdu: 'rack',
};

function findNamed(
  kind: 'device' | 'rack' | 'cdu',
  records: readonly { id: string; name: string }[],
  names: readonly string[],
): ObjectRef[] {
  return records.filter((record) => names.includes(record.name)).map(({ id }) => ({ kind, id }));
}

export function findCountedObjects(design: Design, line: BomLine, links: readonly LinkReport[]): ObjectRef[] {
  const kind = KIND_OF_CATEGORY[line.category];
  if (kind === 'cdu') return findNamed(kind, Object.values(design.cduGroups ?? {}), line.usedIn);
  if (kind === 'rack') return findNamed(kind, Object.values(design.racks), line.usedIn);
  const nameOf = (id: string): string => findRecord(design.devices, id)?.name ?? id;
  const usingLinks = links.filter((link) =>
    line.category === 'cable'
      ? // One part is bought in several lengths, not every link's cables in each of them.
        link.cablePartId === line.partId &&
        line.usedIn.includes(`${nameOf(link.deviceAId)} to ${nameOf(link.deviceBId)}`)
      : line.category === 'transceiver' && (link.transceiverAId === line.partId || link.transceiverBId === line.partId),
  );
  const linkRefs = usingLinks.map((link): ObjectRef => ({ kind: 'link', id: link.linkId }));
  if (kind === 'link') return linkRefs;
  return [...findNamed(kind, Object.values(design.devices), line.usedIn), ...linkRefs];
}

export function areAllSelected(selection: readonly ObjectRef[], refs: readonly ObjectRef[]): boolean {
  if (refs.length === 0) return false;
  return refs.every((ref) => selection.some((chosen) => chosen.kind === ref.kind && chosen.id === ref.id));
}
