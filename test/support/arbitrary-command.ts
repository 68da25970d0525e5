/**
 * Generated edits. A command that makes sense depends on the design it meets, so what is generated is a plan of
 * numbers; `createCommand` turns it into a command for the design at hand. Some are wrong on purpose.
 */
import fc from 'fast-check';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { type Catalog, listParts } from '#core/catalog/catalog.ts';
import { createDesign, type Design, type LinkEnd, type Medium } from '#core/design/design.ts';
import { resolvePortBlocks } from '#core/design/port-blocks.ts';
import { createScenario, type Failure, type Scenario } from '#core/design/scenario.ts';
import type { Command, CommandArgs, CommandName } from '#core/edit/command.ts';
import { createPasteIds } from '#core/edit/fragment-ids.ts';
import { pickFragment } from '#core/edit/pick-fragment.ts';
import { createDuplicateIds } from '#core/edit/commands/duplicate-items.ts';
import { createId } from '#core/edit/ids.ts';
import { proposeLink } from '#core/edit/propose-link.ts';
import { physicalMakers } from './arbitrary-physical.ts';
import { viewMakers } from './arbitrary-view.ts';
import { Dice, pickId } from './dice.ts';

export interface CommandPlan {
  readonly name: CommandName;
  readonly numbers: readonly number[];
  readonly text: string;
  /** Some edits come in gestures. */
  readonly gestureId: string | undefined;
}

const makers: { [N in CommandName]: (dice: Dice, text: string, design: Design, catalog: Catalog) => CommandArgs[N] } = {
  editDesignInfo: (dice, text) =>
    dice.pick([
      { name: text },
      { notes: text },
      { titleBlock: { revision: text, date: dice.chance(2) ? text : '' } },
    ]) ?? {},
  addFabric: (dice, text, design) => ({
    fabric: {
      id: createId('fabric', design.fabrics),
      name: text,
      purpose: 'storage',
      technology: 'ethernet',
      routing: 'ecmp',
      targetOversubscription: dice.chance(2) ? null : 2,
    },
  }),
  editFabric: (dice, text, design) => ({
    id: pickId(dice, design.fabrics),
    patch: dice.chance(2) ? { name: text } : { targetOversubscription: dice.roll(0, 3), routing: 'spray' },
  }),
  addDevice: (dice, text, design) => ({
    id: dice.chance(12) ? pickId(dice, design.devices) : createId('device', design.devices),
    partId: dice.pick([...deviceParts, 'no-such-part']) ?? '',
    count: dice.roll(1, 40),
    position: rollPosition(dice),
    ...(dice.chance(2) ? { name: text } : {}),
    ...(dice.chance(2)
      ? { rack: { rackId: pickId(dice, design.racks), placementId: createId('placement', design.placements) } }
      : {}),
    ...(dice.chance(5) ? { role: 'core' as const } : {}),
  }),
  editDevice: (dice, text, design, catalog) => ({
    id: pickId(dice, design.devices),
    patch: rollDevicePatch(dice, text, design, catalog),
  }),
  setDeviceCount: (dice, _text, design) => ({ id: pickId(dice, design.devices), count: dice.roll(0, 60) }),
  addRack: (dice, text, design, catalog) => ({
    id: createId('rack', design.racks),
    partId: dice.chance(2) ? null : (dice.pick(listParts(catalog, 'rack'))?.id ?? null),
    count: dice.roll(1, 12),
    position: rollPosition(dice),
    ...(dice.chance(2) ? { name: text } : {}),
  }),
  editRack: (dice, text, design) => ({
    id: pickId(dice, design.racks),
    patch: dice.pick([{ name: text }, { count: dice.roll(0, 12) }, { heightUnits: dice.roll(1, 60) }]) ?? {},
  }),
  moveItems: (dice, _text, design) => ({
    moves: rollBlocks(dice, design).map((item) => ({ ...item, position: rollPosition(dice) })),
    ...(dice.chance(3) ? { purpose: 'align' as const } : {}),
  }),
  setLock: (dice, _text, design) => ({ items: rollBlocks(dice, design), locked: dice.chance(2) }),
  placeDevice: (dice, _text, design) => ({
    deviceId: pickId(dice, design.devices),
    rackId: pickId(dice, design.racks),
    placementId: createId('placement', design.placements),
    ...(dice.chance(3) ? { bottomUnit: dice.roll(0, 40) } : {}),
    ...(dice.chance(3) ? { perRack: dice.roll(1, 5) } : {}),
  }),
  unplaceDevice: (dice, _text, design) => ({ deviceId: pickId(dice, design.devices), position: rollPosition(dice) }),
  addLink: rollLink,
  editLink: (dice, _text, design) => ({ id: pickId(dice, design.links), patch: rollLinkPatch(dice, design) }),
  setLinkMedium: (dice, _text, design, catalog) => ({
    ids: [pickId(dice, design.links)],
    medium: rollMedium(dice, catalog),
  }),
  editLinks: (dice, _text, design) => ({
    ids: [pickId(dice, design.links), ...(dice.chance(2) ? [pickId(dice, design.links)] : [])],
    patch: rollLinkPatch(dice, design),
  }),
  editDevices: (dice, _text, design) => ({
    ids: [pickId(dice, design.devices), ...(dice.chance(2) ? [pickId(dice, design.devices)] : [])],
    ...(dice.chance(2) ? { count: dice.roll(0, 60) } : {}),
    ...(dice.chance(2) ? { patch: { phase: dice.roll(0, 3), role: 'spine' as const } } : {}),
  }),
  removeItems: (dice, _text, design) => ({ items: rollItems(dice, design) }),
  duplicateItems: (dice, _text, design) => {
    const items = rollItems(dice, design).filter(({ kind }) => ['device', 'rack', 'unit'].includes(kind));
    const ids = createDuplicateIds(design, items);
    return { items, ids: dice.chance(10) ? {} : ids, offset: { x: 40, y: 40 } };
  },
  pasteItems: (dice, _text, design, catalog) => {
    const items = rollItems(dice, design).map((item) => (dice.chance(3) ? { ...item, member: dice.roll(0, 9) } : item));
    const fragment = dice.chance(6) ? design : pickFragment(design, items);
    const target = dice.chance(10) ? createDesign('Elsewhere') : design;
    return { fragment, ids: createPasteIds(target, fragment, catalog), offset: rollPosition(dice) };
  },
  addPart: (dice, text, design, catalog) => {
    const base = dice.pick(listParts(catalog, 'switch'));
    if (!base) throw new Error('The catalog has no switches');
    return { part: { ...base, id: createId('own', design.parts), model: text } };
  },
  removePart: (dice, _text, design) => ({ id: pickId(dice, design.parts) }),
  setSpareRule: (dice) => ({
    class: dice.pick(['server', 'transceiver', 'cable'] as const) ?? 'cable',
    rule: dice.chance(3) ? null : { percent: dice.roll(0, 120), minimum: dice.roll(0, 4), packSize: dice.roll(0, 3) },
  }),
  addScenario: (dice, text, design) => {
    const id = createId('scenario', design.scenarios ?? {});
    return { scenario: { ...createScenario(id, text), ...rollScenarioPatch(dice, text, design) } };
  },
  editScenario: (dice, text, design) => ({
    id: pickId(dice, design.scenarios ?? {}),
    patch: rollScenarioPatch(dice, text, design),
  }),
  removeScenario: (dice, _text, design) => ({ id: pickId(dice, design.scenarios ?? {}) }),
  setCurrentScenario: (dice, _text, design) => ({
    id: dice.chance(4) ? null : pickId(dice, design.scenarios ?? {}),
  }),
  addUnit: (dice, text, design) => ({
    id: createId('unit', design.units ?? {}),
    items: rollGrouped(dice, design),
    ...(dice.chance(2) ? { name: text } : {}),
  }),
  joinUnit: (dice, _text, design) => ({ id: pickId(dice, design.units ?? {}), items: rollGrouped(dice, design) }),
  editUnit: (dice, text, design) => ({ id: pickId(dice, design.units ?? {}), patch: { name: text } }),
  collapseUnits: (dice, _text, design) => ({
    ids: [pickId(dice, design.units ?? {})],
    collapsed: !dice.chance(3),
  }),
  ungroupItems: (dice, _text, design) => ({ items: rollGrouped(dice, design) }),
  breakItems: (dice, _text, design) => ({
    failures: rollFailures(dice, design),
    scenarioId: dice.chance(4) ? createId('scenario', design.scenarios ?? {}) : pickId(dice, design.scenarios ?? {}),
  }),
  repairItems: (dice, _text, design) => {
    const scenarioId = pickId(dice, design.scenarios ?? {});
    const broken = Object.values(design.scenarios ?? {}).find(({ id }) => id === scenarioId)?.failures ?? [];
    const failures = dice.chance(2) ? [dice.pick(broken)].flatMap((one) => one ?? []) : rollFailures(dice, design);
    return { failures: dice.chance(4) ? 'all' : failures, scenarioId };
  },
  ...physicalMakers,
  ...viewMakers,
};

const deviceParts = ['dgx-h100', 'dell-xe9680', 'ddn-ai400x2', 'qm9700', 'sn5600', 'sn2201'];

/** Adding and linking more often than the rest, so that there is something to edit. */
const names = Object.keys(makers) as CommandName[];
const weightedNames: CommandName[] = [
  ...names,
  'addDevice',
  'addDevice',
  'addDevice',
  'addRack',
  'addLink',
  'addLink',
  'addLink',
  'breakItems',
  'addRoom',
  'addRows',
  'addRoom',
  'addRows',
  'standRacks',
  'standRacks',
  'standRacks',
  'addFeed',
  'moveMembers',
  'addUnit',
  'addUnit',
  'joinUnit',
  'collapseUnits',
];

export const arbitraryCommandPlan: fc.Arbitrary<CommandPlan> = fc.record({
  name: fc.constantFrom(...weightedNames),
  numbers: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 8, maxLength: 8 }),
  text: fc.oneof(fc.constantFrom('leaf', 'Leaf', 'spine', '__proto__', 'toString', ''), fc.string({ maxLength: 8 })),
  gestureId: fc.option(fc.constantFrom('gesture-1', 'gesture-2'), { nil: undefined, freq: 2 }),
});

/** The command that the plan means for this design. `catalog` is the one extended by the design's own parts. */
export function createCommand(plan: CommandPlan, design: Design, catalog: Catalog): Command {
  const args = makers[plan.name](new Dice(plan.numbers), plan.text, design, catalog);
  return { name: plan.name, args } as Command;
}

function rollPosition(dice: Dice): { x: number; y: number } {
  return { x: dice.roll(-400, 400), y: dice.chance(10) ? -0 : dice.roll(-400, 400) / 2 };
}

function rollItems(dice: Dice, design: Design): ObjectRef[] {
  const items = new Map<string, ObjectRef>();
  for (let i = dice.roll(1, 3); i > 0; i -= 1) {
    const [kind, table] =
      dice.pick([
        ['device', design.devices],
        ['rack', design.racks],
        ['link', design.links],
        ['fabric', design.fabrics],
        ['room', design.rooms ?? {}],
        ['row', design.rows ?? {}],
        ['feed', design.feeds ?? {}],
        ['zone', design.coolingZones ?? {}],
        ['cdu', design.cduGroups ?? {}],
        ['unit', design.units ?? {}],
      ] as const) ?? (['device', design.devices] as const);
    const id = dice.pick(Object.keys(table)) ?? 'nowhere';
    items.set(`${kind} ${id}`, { kind, id });
  }
  return [...items.values()];
}

function rollBlocks(dice: Dice, design: Design): { kind: 'device' | 'rack'; id: string }[] {
  return rollItems(dice, design)
    .filter((item) => item.kind === 'device' || item.kind === 'rack')
    .map((item) => ({ kind: item.kind as 'device' | 'rack', id: item.id }));
}

function rollGrouped(dice: Dice, design: Design): CommandArgs['addUnit']['items'] {
  return Array.from({ length: dice.roll(0, 4) }, () => {
    const kind = dice.pick(['unit', 'device', 'rack'] as const) ?? 'rack';
    const table = kind === 'unit' ? (design.units ?? {}) : kind === 'device' ? design.devices : design.racks;
    return { kind, id: pickId(dice, table) };
  });
}

function rollDevicePatch(
  dice: Dice,
  text: string,
  design: Design,
  catalog: Catalog,
): CommandArgs['editDevice']['patch'] {
  const slotted = dice.pick(listParts(catalog, 'nic'))?.id ?? '';
  return (
    dice.pick([
      { name: text },
      { role: 'spine' as const },
      { membersPerPod: dice.roll(0, 8) },
      { membersPerPod: null, phase: dice.roll(1, 2) },
      { locked: dice.chance(2) },
      { partId: dice.pick([...deviceParts, ...Object.keys(design.parts)]) ?? '' },
      { adapters: { compute: slotted } },
      { adapters: {} },
      { nameTemplate: text },
    ]) ?? {}
  );
}

function rollFailures(dice: Dice, design: Design): Failure[] {
  return Array.from({ length: dice.roll(1, 3) }, () => {
    const run = dice.chance(2) ? undefined : { first: dice.roll(0, 12), count: dice.roll(0, 8) };
    const kind = dice.pick(['device', 'link', 'rack'] as const);
    if (kind === 'link') return { kind, linkId: pickId(dice, design.links), ...(run ? { connections: run } : {}) };
    if (kind === 'rack') return { kind, rackId: pickId(dice, design.racks), ...(run ? { racks: run } : {}) };
    return { kind: 'device', deviceId: pickId(dice, design.devices), ...(run ? { members: run } : {}) };
  });
}

function rollScenarioPatch(dice: Dice, text: string, design: Design): Partial<Omit<Scenario, 'id'>> {
  const runs = [
    { deviceId: pickId(dice, design.devices), members: { first: dice.roll(0, 6), count: dice.roll(1, 6) } },
    ...(dice.chance(2)
      ? [{ deviceId: pickId(dice, design.devices), members: { first: 0, count: dice.roll(1, 20) } }]
      : []),
  ];
  return (
    dice.pick<Partial<Omit<Scenario, 'id'>>>([
      { name: text },
      { sizeBytes: dice.roll(1, 64) * 2, collective: 'all-to-all' },
      { fabricId: dice.chance(3) ? null : pickId(dice, design.fabrics) },
      { group: { kind: 'tenant', name: text, runs } },
      { group: { kind: 'subgroup', axis: 'data' } },
      {
        traffic: [
          { id: 'job', name: text, trafficClass: 'backup', collective: 'send-recv', sizeBytes: 1e9, runs },
          { id: 'empty', name: '', trafficClass: 'storage', collective: 'all-gather', sizeBytes: 8, runs: [] },
        ],
      },
      { failures: rollFailures(dice, design), constants: { someConstant: dice.roll(0, 9) } },
    ]) ?? {}
  );
}

function pickEnd(dice: Dice, design: Design, catalog: Catalog): LinkEnd {
  const deviceId = pickId(dice, design.devices);
  const device = Object.hasOwn(design.devices, deviceId) ? design.devices[deviceId] : undefined;
  const block = device ? dice.pick(resolvePortBlocks(device, catalog)) : undefined;
  return { deviceId, blockId: block?.id ?? 'nowhere' };
}

function rollLink(dice: Dice, _text: string, design: Design, catalog: Catalog): CommandArgs['addLink'] {
  const ids = { linkId: createId('link', design.links), fabricId: createId('fabric', design.fabrics) };
  // Most port blocks do not fit each other: several tries make most plans a link.
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const free = { a: dice.roll(0, 64), b: dice.chance(4) ? null : dice.roll(0, 64) };
    const proposal = proposeLink(
      design,
      catalog,
      pickEnd(dice, design, catalog),
      pickEnd(dice, design, catalog),
      free,
      ids,
    );
    if (!proposal.ok) continue;
    const { link, fabric, patterns } = proposal.value;
    const pattern = dice.chance(2) ? link.pattern : (dice.pick(patterns) ?? link.pattern);
    const isSelf = link.a.deviceId === link.b.deviceId;
    const wired = { ...link, pattern, pairs: pattern === 'explicit' ? [[0, isSelf ? 1 : 0] as [number, number]] : [] };
    return fabric ? { link: wired, fabric } : { link: wired };
  }
  return {
    link: {
      id: ids.linkId,
      fabricId: pickId(dice, design.fabrics),
      a: pickEnd(dice, design, catalog),
      b: pickEnd(dice, design, catalog),
      pattern: 'pair',
      within: 'all',
      cablesPerPair: 1,
      pairs: [],
      speedGbps: 400,
      medium: { kind: 'auto' },
      lengthM: 10,
    },
  };
}

function rollLinkPatch(dice: Dice, design: Design): CommandArgs['editLink']['patch'] {
  return (
    dice.pick([
      { pattern: dice.pick(['mesh', 'rail', 'spread', 'pair', 'explicit'] as const) ?? 'mesh' },
      { pattern: 'explicit' as const, pairs: [[dice.roll(0, 9), dice.roll(0, 9)] as [number, number]] },
      { cablesPerPair: dice.roll(0, 9) },
      { speedGbps: dice.pick([1, 100, 200, 400, 800]) ?? 400 },
      { lengthM: dice.roll(0, 90) },
      { within: 'pod' as const },
      { within: 'pod' as const, podSizes: { a: dice.roll(0, 4), b: dice.roll(1, 4) } },
      { podSizes: null },
      { members: { a: { first: dice.roll(0, 4), count: dice.roll(1, 9) } } },
      { ports: { b: { first: dice.roll(0, 70), step: dice.roll(0, 3) }, a: null } },
      { fabricId: pickId(dice, design.fabrics) },
    ]) ?? {}
  );
}

function rollMedium(dice: Dice, catalog: Catalog): Medium {
  if (dice.chance(3)) return { kind: 'auto' };
  const cableId = dice.chance(6) ? 'no-such-cable' : (dice.pick(listParts(catalog, 'cable'))?.id ?? '');
  if (dice.chance(2)) return { kind: 'cable', cableId };
  const transceivers = listParts(catalog, 'transceiver');
  return {
    kind: 'optics',
    transceiverAId: dice.pick(transceivers)?.id ?? '',
    transceiverBId: dice.pick(transceivers)?.id ?? '',
    cableId: dice.chance(2) ? null : cableId,
  };
}
