/** What is broken, in words. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import type { Failure } from '#core/design/scenario.ts';

/** The object that is broken, in the whole or in part. */
export function refOf(failure: Failure): ObjectRef {
  switch (failure.kind) {
    case 'device':
      return { kind: 'device', id: failure.deviceId };
    case 'link':
      return { kind: 'link', id: failure.linkId };
    case 'rack':
      return { kind: 'rack', id: failure.rackId };
  }
}

/** `spine`, `spine, members 1 to 2`, `leaf \u2013 spine, connection 7`. */
export function describeFailure(design: Design, failure: Failure): string {
  switch (failure.kind) {
    case 'device':
      return `${findRecord(design.devices, failure.deviceId)?.name ?? failure.deviceId}${describeRun('member', failure.members)}`;
    case 'link':
      return `${nameLink(design, failure.linkId)}${describeRun('connection', failure.connections)}`;
    case 'rack':
      return `${findRecord(design.racks, failure.rackId)?.name ?? failure.rackId}${describeRun('rack', failure.racks)}`;
  }
}

/** By its two ends. */
export function nameLink(design: Design, linkId: string): string {
  const link = findRecord(design.links, linkId);
  if (!link) return linkId;
  const [a, b] = [link.a, link.b].map(({ deviceId }) => findRecord(design.devices, deviceId)?.name ?? deviceId);
  return `${a} \u2013 ${b}`;
}

function describeRun(noun: string, run: { readonly first: number; readonly count: number } | undefined): string {
  if (!run) return '';
  if (run.count === 1) return `, ${noun} ${run.first + 1}`;
  return `, ${noun}s ${run.first + 1} to ${run.first + run.count}`;
}
