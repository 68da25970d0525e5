/** The same change to several devices or links, as one step: all of them or, where one cannot take it, none. */
import { formatCount } from '../../base/format-count.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Design } from '../../design/design.ts';
import type { CommandArgs } from '../command.ts';
import { type CommandContext, type CommandEntry, refuse } from '../command-entry.ts';
import { editDevice } from './edit-device.ts';
import { editLink } from './edit-link.ts';
import { setDeviceCount } from './set-device-count.ts';

export const editLinks: CommandEntry<'editLinks'> = {
  describe({ ids, patch }, design, context) {
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) return editLink.describe({ id: only, patch }, design, context);
    if (patch.speedGbps !== undefined) return `set ${ids.length} links to ${patch.speedGbps} Gb/s`;
    if (patch.medium !== undefined) return `change the medium of ${ids.length} links`;
    if (patch.lengthM !== undefined) return `change the length of ${ids.length} links`;
    return `edit ${ids.length} links`;
  },
  run(draft, { ids, patch }, context) {
    if (ids.length === 0) return refuse('nothing', 'Select a link to change it.');
    return runEach(ids, (id) => editLink.run(draft, { id, patch }, context));
  },
};

export const editDevices: CommandEntry<'editDevices'> = {
  describe({ ids, ...change }, design, context) {
    const [only] = ids;
    const { count, patch = {} } = change;
    if (ids.length !== 1 || only === undefined) return describeMany(ids.length, change);
    if (count !== undefined) return setDeviceCount.describe({ id: only, count }, design, context);
    return editDevice.describe({ id: only, patch }, design, context);
  },
  run(draft, { ids, ...change }, context) {
    if (ids.length === 0) return refuse('nothing', 'Select a device to change it.');
    return runEach(ids, (id) => editOne(draft, id, change, context));
  },
};

type Change = Omit<CommandArgs['editDevices'], 'ids'>;

function editOne(draft: Design, id: string, { count, patch }: Change, context: CommandContext): Diagnostic[] {
  const refusal = count === undefined ? [] : setDeviceCount.run(draft, { id, count }, context);
  return refusal.length > 0 || patch === undefined ? refusal : editDevice.run(draft, { id, patch }, context);
}

function describeMany(deviceCount: number, { count, patch }: Change): string {
  const what = `${formatCount(deviceCount)} devices`;
  if (count !== undefined) return `set the count of ${what} to ${formatCount(count)}`;
  if (patch?.role !== undefined) return `make ${what} ${patch.role}`;
  if (patch?.locked !== undefined) return `${patch.locked ? 'lock' : 'unlock'} ${what}`;
  return `edit ${what}`;
}

/** The first refusal; what was changed before it is thrown away with the draft. */
function runEach(ids: readonly string[], run: (id: string) => Diagnostic[]): Diagnostic[] {
  for (const id of ids) {
    const refusal = run(id);
    if (refusal.length > 0) return refusal;
  }
  return [];
}
