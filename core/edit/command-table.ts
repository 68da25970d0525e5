/** Every command by its name: the closed list of what can happen to a design. */
import type { CommandName } from './command.ts';
import type { CommandEntry } from './command-entry.ts';
import { addDevice } from './commands/add-device.ts';
import { addLink } from './commands/add-link.ts';
import { breakItems, repairItems } from './commands/break-items.ts';
import { duplicateItems } from './commands/duplicate-items.ts';
import { editDesignInfo } from './commands/edit-design-info.ts';
import { editDevice } from './commands/edit-device.ts';
import { editLink, setLinkMedium } from './commands/edit-link.ts';
import { addFabric, editFabric } from './commands/fabrics.ts';
import { moveItems } from './commands/move-items.ts';
import { addPart, removePart } from './commands/parts.ts';
import { placeDevice, unplaceDevice } from './commands/place-device.ts';
import { addRack, editRack } from './commands/racks.ts';
import { removeItems } from './commands/remove-items.ts';
import { addScenario, editScenario, removeScenario, setCurrentScenario } from './commands/scenarios.ts';
import { setDeviceCount } from './commands/set-device-count.ts';
import { setSpareRule } from './commands/set-spare-rule.ts';

export const commandTable: { readonly [N in CommandName]: CommandEntry<N> } = {
  editDesignInfo,
  addFabric,
  editFabric,
  addDevice,
  editDevice,
  setDeviceCount,
  addRack,
  editRack,
  moveItems,
  placeDevice,
  unplaceDevice,
  addLink,
  editLink,
  setLinkMedium,
  removeItems,
  duplicateItems,
  addPart,
  removePart,
  setSpareRule,
  addScenario,
  editScenario,
  removeScenario,
  setCurrentScenario,
  breakItems,
  repairItems,
};
