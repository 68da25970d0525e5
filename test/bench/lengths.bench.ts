/**
 * What cable lengths cost on rail-optimised fabrics in racks: the whole design without and with a floor, and edits to a new report
 * with what stages remember. Budgets on two shared cores, warm, at 100k GPUs: lengths add a few ms to a design without a floor,
 * an edit that moves racks comes to its new report in under 150 ms, any other as without a floor.
 */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { analyse } from '#core/analysis/analyse.ts';
import { assertDefined } from '#core/base/assert.ts';
import { Memory } from '#core/base/memory.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { generateRailFabric } from '../support/rail-fabric.ts';
import { standOnFloor } from '../support/stand-on-floor.ts';
import { median } from '../support/time-parts.ts';

const catalog = createCatalog(builtInParts);
const RUNS = 9;
const SERVERS_PER_RACK = 4;

function derive(design: Design, memory: Memory): { elaborateMs: number; analyseMs: number } {
  const start = performance.now();
  const { netlist, diagnostics } = elaborate(design, catalog, memory);
  const middle = performance.now();
  analyse(netlist, diagnostics, memory);
  memory.endTurn();
  return { elaborateMs: middle - start, analyseMs: performance.now() - middle };
}

function measureWhole(serverCount: number): Record<string, string | number>[] {
  const bare = generateRailFabric(serverCount);
  const racked = generateRailFabric(serverCount, SERVERS_PER_RACK);
  const designs: [string, Design][] = [
    ['no racks', bare],
    ['racks, no floor', racked],
    ['floor', standOnFloor(racked)],
  ];
  return designs.map(([drawn, design]) => {
    const times = Array.from({ length: RUNS }, () => derive(design, new Memory()));
    const { netlist } = elaborate(design, catalog);
    return {
      GPUs: serverCount * 8,
      drawn,
      racks: netlist.rackCount,
      cables: netlist.cableCount,
      'cable km': Math.round(netlist.cableLengthM.reduce((sum, runM) => sum + runM, 0) / 1000),
      'elaborate ms': median(times.map(({ elaborateMs }) => elaborateMs)),
      'analyse ms': median(times.map(({ analyseMs }) => analyseMs)),
    };
  });
}

/** Elaborate and analyse, in ms, after the edit. */
function measureEdits(serverCount: number): Record<string, string | number>[] {
  const design = standOnFloor(generateRailFabric(serverCount, SERVERS_PER_RACK));
  const { hall } = design.rooms ?? {};
  const [link] = Object.values(design.links);
  const [server] = Object.values(design.devices).filter(({ role }) => role === 'endpoint');
  const [stand] = Object.values(design.stands ?? {}).filter(({ rackCount }) => rackCount > 1);
  const room = assertDefined(hall, 'a room');
  const first = assertDefined(stand, 'a stand');
  const ofLink = assertDefined(link, 'a link');
  const group = assertDefined(server, 'servers');
  const edits: [string, Design][] = [
    ['another name', { ...design, name: 'Edited' }],
    ['planned length', { ...design, links: { ...design.links, [ofLink.id]: { ...ofLink, lengthM: 41 } } }],
    ['tray height', { ...design, rooms: { hall: { ...room, trayHeightM: 3 } } }],
    [
      'a rack less on the floor',
      { ...design, stands: { ...design.stands, [first.id]: { ...first, rackCount: first.rackCount - 1 } } },
    ],
    ['a server less', { ...design, devices: { ...design.devices, [group.id]: { ...group, count: group.count - 1 } } }],
  ];
  return edits.map(([edit, edited]) => {
    const times = Array.from({ length: RUNS }, () => {
      const memory = new Memory();
      derive(design, memory);
      return derive(edited, memory);
    });
    return {
      GPUs: serverCount * 8,
      edit,
      'elaborate ms': median(times.map(({ elaborateMs }) => elaborateMs)),
      'analyse ms': median(times.map(({ analyseMs }) => analyseMs)),
    };
  });
}

console.log('Whole');
console.table([2048, 12_500].flatMap(measureWhole));
console.log('Edits on a floor, with what stages remember');
console.table([128, 2048, 12_500].flatMap(measureEdits));
