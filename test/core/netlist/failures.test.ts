import { describe, expect, it } from 'vitest';
import type { Failure } from '#core/design/scenario.ts';
import { applyFailures } from '#core/netlist/failures.ts';
import { smallNetlist } from '../../support/small-network.ts';

/** Members: servers 0, 1, 2, leaves 3, 4; racks hold servers 0, 1 and leaf 3, and server 2. Link 1 joins each server to both leaves. */
function fail(...failures: Failure[]): { members: number[]; connections: number[] } | null {
  const { failures: found } = applyFailures(smallNetlist, failures);
  if (found === null) return null;
  const list = (flags: Uint8Array): number[] => [...flags.keys()].filter((i) => flags[i] === 1);
  const spelled = { members: list(found.memberFailed), connections: list(found.connectionFailed) };
  expect(found.failedMemberCount).toBe(spelled.members.length);
  expect(found.failedConnectionCount).toBe(spelled.connections.length);
  return spelled;
}

describe('applyFailures', () => {
  it('fails a device with its connections', () => {
    expect(fail({ kind: 'device', deviceId: 'device-2', members: { first: 1, count: 1 } })).toEqual({
      members: [4],
      connections: [1, 3, 5, 6, 7, 8],
    });
    expect(fail({ kind: 'device', deviceId: 'device-1' })?.members).toEqual([0, 1, 2]);
  });

  it('fails what stands in a rack, and a run of a link, cut at its end', () => {
    expect(fail({ kind: 'rack', rackId: 'rack-1', racks: { first: 1, count: 1 } })).toEqual({
      members: [2],
      connections: [4, 5],
    });
    expect(fail({ kind: 'link', linkId: 'link-2', connections: { first: 1, count: 9 } })).toEqual({
      members: [],
      connections: [7],
    });
  });

  it('hits nothing with nothing, and keeps every array', () => {
    expect(fail()).toBeNull();
    expect(fail({ kind: 'link', linkId: 'link-3', connections: { first: 1, count: 1 } })).toBeNull();
    expect(applyFailures(smallNetlist, [])).toBe(smallNetlist);
    const broken = applyFailures(smallNetlist, [{ kind: 'link', linkId: 'link-3' }]);
    expect(broken.connectionMemberA).toBe(smallNetlist.connectionMemberA);
    expect(applyFailures(broken, [])).toEqual(smallNetlist);
  });
});
