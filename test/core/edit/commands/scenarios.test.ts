import { describe, expect, it } from 'vitest';
import { createScenario, type Scenario } from '#core/design/scenario.ts';
import { parseDesign, serializeDesign } from '#core/io/design-file.ts';
import { EditSession } from '../../../support/edit-session.ts';
import { createSmallDesign } from '../../../support/small-design.ts';

/** A scenario about servers 3 and 4, rack 2 and the link; four servers, two leaves and two racks are drawn. */
const scenario: Scenario = {
  ...createScenario('s', 'Half'),
  fabricId: 'fabric-1',
  group: { kind: 'tenant', name: 'half', runs: [{ deviceId: 'gpu-1', members: { first: 2, count: 2 } }] },
  failures: [
    { kind: 'device', deviceId: 'gpu-1', members: { first: 1, count: 3 } },
    { kind: 'rack', rackId: 'rack-1', racks: { first: 1, count: 1 } },
    { kind: 'link', linkId: 'link-1', connections: { first: 0, count: 2 } },
  ],
  traffic: [
    {
      id: 'job',
      name: 'Backup',
      trafficClass: 'backup',
      collective: 'send-recv',
      sizeBytes: 1e9,
      runs: [
        { deviceId: 'gpu-1', members: { first: 3, count: 1 } },
        { deviceId: 'leaf-1', members: { first: 0, count: 2 } },
      ],
    },
  ],
};

function start(): EditSession {
  return new EditSession(createSmallDesign()).run('addScenario', { scenario });
}

describe('scenarios', () => {
  it('are added as the current one, edited, chosen and removed without a trace', () => {
    const before = serializeDesign(createSmallDesign());
    const session = start();
    expect(session.design.currentScenarioId).toBe('s');
    session.run('addScenario', { scenario: createScenario('t', 'half') });
    expect(session.design.scenarios?.['t']?.name).toBe('half 2');
    session.run('editScenario', { id: 't', patch: { sizeBytes: 8, collective: 'barrier' } });
    expect(session.design.scenarios?.['t']).toMatchObject({ sizeBytes: 8, collective: 'barrier' });
    session.run('setCurrentScenario', { id: 's' }).run('setCurrentScenario', { id: null });
    expect(Object.hasOwn(session.design, 'currentScenarioId')).toBe(false);
    session.run('removeScenario', { id: 's' }).run('removeScenario', { id: 't' });
    expect(serializeDesign(session.design)).toBe(before);
  });

  it('are saved with the design and read back', () => {
    const { design } = start();
    const parsed = parseDesign(serializeDesign(design), 'a.weft');
    expect(parsed.ok && parsed.value).toEqual(design);
  });

  it('are refused when they speak of what is not drawn or hold nonsense', () => {
    const session = start();
    expect(session.refuse('editScenario', { id: 's', patch: { fabricId: 'gone' } })).toEqual({
      code: 'edit.reference',
      message: 'fabricId of the scenario Half is wrong: there is no fabric gone.',
    });
    expect(session.refuse('editScenario', { id: 's', patch: { sizeBytes: 1 } }).code).toBe('edit.invalid');
    expect(session.refuse('addScenario', { scenario }).code).toBe('edit.id-taken');
    expect(session.refuse('setCurrentScenario', { id: 'toString' }).code).toBe('edit.unknown');
    session.run('addScenario', { scenario: createScenario('t', 'Other') });
    expect(session.refuse('editScenario', { id: 't', patch: { name: 'HALF' } }).code).toBe('edit.name-taken');
  });

  it('follow a lowered count', () => {
    const { design } = start().run('setDeviceCount', { id: 'gpu-1', count: 3 });
    expect(design.scenarios?.['s']).toMatchObject({
      group: { runs: [{ deviceId: 'gpu-1', members: { first: 2, count: 1 } }] },
      failures: [
        { kind: 'device', members: { first: 1, count: 2 } },
        { kind: 'rack' },
        { kind: 'link', connections: { first: 0, count: 2 } },
      ],
      traffic: [{ runs: [{ deviceId: 'leaf-1' }] }],
    });
  });

  it('lose what is removed: a tenant without servers asks for the cluster, a job without any goes', () => {
    const session = start().run('removeItems', { items: [{ kind: 'device', id: 'gpu-1' }] });
    expect(session.design.scenarios?.['s']).toMatchObject({
      fabricId: null,
      group: { kind: 'cluster' },
      failures: [{ kind: 'rack', rackId: 'rack-1', racks: { first: 1, count: 1 } }],
      traffic: [{ runs: [{ deviceId: 'leaf-1' }] }],
    });
    session.run('editRack', { id: 'rack-1', patch: { count: 1 } });
    session.run('removeItems', { items: [{ kind: 'device', id: 'leaf-1' }] });
    expect(session.design.scenarios?.['s']).toMatchObject({ failures: [], traffic: [] });
    expect(session.undo().undo().undo().design.scenarios?.['s']).toEqual(scenario);
  });
});
