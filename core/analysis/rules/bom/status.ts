import type { Fix, ObjectRef } from '../../../base/diagnostic.ts';
import type { Part } from '../../../catalog/part.ts';
import type { Netlist } from '../../../netlist/netlist.ts';
import type { Rule } from '../rule.ts';

const PHRASES: Readonly<Partial<Record<Part['status'], string>>> = {
  end_of_sale: 'is no longer sold',
  legacy: 'is a former generation',
  announced: 'is announced and cannot be bought yet',
};

/**
 * R27. Advice: a status is a dated fact about the market. It is no fault of the drawing, which may well describe a
 * cluster that already stands or one that is years away.
 */
export const status: Rule = {
  id: 'R27',
  code: 'part.status',
  family: 'bom',
  severity: 'advice',
  title: 'Parts can be bought',
  rationale: 'Parts are withdrawn and announced all the time; a design for purchase needs a replacement in time.',
  source: 'https://networking-docs.nvidia.com/interconnect',
  subject: 'parts',
  check({ netlist }, tally) {
    for (const [part, where] of listParts(netlist)) {
      const phrase = PHRASES[part.status];
      if (phrase === undefined) tally.pass();
      else {
        const remedy = part.status === 'end_of_sale' ? '; check stock or choose a successor' : '';
        tally.fail({
          message: `${part.model} ${phrase} (as of ${part.asOf})${remedy}.`,
          where,
          fix: createReplaceFix(part, where),
        });
      }
    }
  },
};

/** Every part that is bought, with the objects it is used in. */
function listParts(netlist: Netlist): Map<Part, ObjectRef[]> {
  const parts = new Map<Part, ObjectRef[]>();
  // An object's parts are added one after the other: one that stands there twice is the last one.
  const add = (part: Part | undefined, ref: ObjectRef): void => {
    if (!part) return;
    const refs = parts.get(part);
    const last = refs?.at(-1);
    if (!refs) parts.set(part, [ref]);
    else if (last?.kind !== ref.kind || last.id !== ref.id) refs.push(ref);
  };
  for (const group of netlist.groups) {
    add(group.part, { kind: 'device', id: group.deviceId });
    for (const adapter of group.adapters) add(adapter.part, { kind: 'device', id: group.deviceId });
  }
  for (const { linkId, medium } of netlist.links) {
    const ref: ObjectRef = { kind: 'link', id: linkId };
    if (medium.kind === 'unresolved') continue;
    if (medium.kind === 'optics') for (const part of [medium.transceiverA, medium.transceiverB]) add(part, ref);
    add(medium.cable, ref);
  }
  for (const rackGroup of netlist.rackGroups) {
    add(rackGroup.part, { kind: 'rack', id: rackGroup.rackId });
    for (const pdu of rackGroup.pdus) add(pdu.part, { kind: 'rack', id: rackGroup.rackId });
  }
  return parts;
}

/** One device at a time: a fix is one command. */
function createReplaceFix(part: Part, [first, ...others]: readonly ObjectRef[]): Fix | undefined {
  if (part.replacedBy === undefined || first?.kind !== 'device' || others.length > 0) return undefined;
  return {
    label: `Replace ${part.model} by its successor`,
    command: { name: 'editDevice', args: { id: first.id, patch: { partId: part.replacedBy } } },
  };
}
