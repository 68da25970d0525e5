/** Every command by its name: the closed list of what can happen to a design. */
import type { CommandName } from './command.ts';
import type { CommandEntry } from './command-entry.ts';
import { addDevice } from './commands/add-device.ts';
import { addLink } from './commands/add-link.ts';
import { breakItems, repairItems } from './commands/break-items.ts';
import { editCabling, editSite } from './commands/cabling-and-site.ts';
import { addCduGroup, addCoolingZone, editCduGroup, editCoolingZone } from './commands/cooling.ts';
import { duplicateItems } from './commands/duplicate-items.ts';
import { editDesignInfo } from './commands/edit-design-info.ts';
import { editDevice } from './commands/edit-device.ts';
import { editLink, setLinkMedium } from './commands/edit-link.ts';
import { editDevices, editLinks } from './commands/edit-many.ts';
import { addFabric, editFabric } from './commands/fabrics.ts';
import { addFeed, editFeed, setRackPower } from './commands/feeds.ts';
import { clearFloor, layOutFloor } from './commands/lay-out-floor.ts';
import { moveItems } from './commands/move-items.ts';
import { moveMembers, setFace, unplaceMembers } from './commands/move-members.ts';
import { addPart, removePart } from './commands/parts.ts';
import { pasteItems } from './commands/paste-items.ts';
import { placeDevice, unplaceDevice } from './commands/place-device.ts';
import { setCurrency, setPrice, setPrices, setRate } from './commands/price-book.ts';
import { addRack, editRack } from './commands/racks.ts';
import { removeItems } from './commands/remove-items.ts';
import { addRoom, addRows, editRoom, editRow } from './commands/rooms-and-rows.ts';
import { addView, editView, removeView } from './commands/saved-views.ts';
import { addScenario, editScenario, removeScenario, setCurrentScenario } from './commands/scenarios.ts';
import { setDeviceCount } from './commands/set-device-count.ts';
import { setLock } from './commands/set-lock.ts';
import { setSpareRule } from './commands/set-spare-rule.ts';
import { standRacks, unstandRacks } from './commands/stand-racks.ts';
import { addUnit, collapseUnits, editUnit, joinUnit, ungroupItems } from './commands/units.ts';

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
  setLock,
  placeDevice,
  unplaceDevice,
  addLink,
  editLink,
  setLinkMedium,
  editLinks,
  editDevices,
  removeItems,
  duplicateItems,
  pasteItems,
  addPart,
  removePart,
  setSpareRule,
  addScenario,
  editScenario,
  removeScenario,
  setCurrentScenario,
  breakItems,
  repairItems,
  addRoom,
  editRoom,
  addRows,
  editRow,
  standRacks,
  unstandRacks,
  layOutFloor,
  clearFloor,
  editCabling,
  editSite,
  addFeed,
  editFeed,
  setRackPower,
  addCoolingZone,
  editCoolingZone,
  addCduGroup,
  editCduGroup,
  setPrice,
  setPrices,
  setCurrency,
  setRate,
  moveMembers,
  unplaceMembers,
  setFace,
  addUnit,
  joinUnit,
  editUnit,
  collapseUnits,
  ungroupItems,
  addView,
  editView,
  removeView,
};
