/**
 * The example with a floor: the DGX SuperPOD H100 of two units, its racks placed by the program on two rows, two feeds to every
 * rack and a plant of air for both rows. Built by commands, as a user would.
 */
import type { Design } from '#core/design/design.ts';
import type { Command } from '#core/edit/command.ts';
import { generateSuperPodH100 } from '#core/generate/superpod-h100.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { proposeFloor } from '#core/place/propose-floor.ts';
import { DEFAULT_ROW_RULE } from '#core/place/row-plan.ts';
import { applyCommands } from '../examples/apply-commands.ts';
import { builtInCatalog } from './built-in-catalog.ts';

/** Four PDUs of 34.5 kVA a rack, two to a feed: either feed alone carries the 40.8 kW of four DGX H100. */
const PDU = { partId: 'raritan-px3-5878', count: 2 };

export function createRackedExample(): Design {
  const superPod = generateSuperPodH100(2, builtInCatalog);
  const feed = (id: string, name: string) => ({ id, name, ratedKw: 1_000, derating: 0.8, isOff: false });
  return applyCommands(superPod, [
    { name: 'editDesignInfo', args: { name: 'DGX H100 SuperPOD, 2 SU, on a floor' } },
    { name: 'addFeed', args: { feed: feed('feed-a', 'A') } },
    { name: 'addFeed', args: { feed: feed('feed-b', 'B') } },
    {
      name: 'setRackPower',
      args: {
        rackIds: Object.keys(superPod.racks),
        pdus: [
          { ...PDU, feedId: 'feed-a' },
          { ...PDU, feedId: 'feed-b' },
        ],
        redundancy: '2N',
      },
    },
    { name: 'layOutFloor', args: placeRacks(superPod) },
    {
      name: 'addCoolingZone',
      args: { zone: { id: 'zone-1', name: 'Air handlers', rowIds: ['row-1', 'row-2'], airCapacityKw: 900 } },
    },
  ]);
}

function placeRacks(design: Design): Extract<Command, { name: 'layOutFloor' }>['args'] {
  const rule = { ...DEFAULT_ROW_RULE, rowCount: 2, crossTrayEveryM: 3 };
  const steps = proposeFloor(elaborate(design, builtInCatalog).netlist, {
    floor: { kind: 'by-rule', rule },
    rowPowerLimitKw: null,
  });
  let step = steps.next();
  while (!step.done) step = steps.next();
  if (!step.value.ok) throw new Error(step.value.error);
  const { rooms, rows, stands } = step.value.value;
  return { rooms, rows, stands };
}
