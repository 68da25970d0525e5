/** The rows of other hosts as what hangs on each fabric; a name used twice is one group of hosts with ports in both. */
import type { Fabric } from '#core/design/design.ts';
import type { FabricRequirementsInput } from '#core/generate/requirements.ts';
import type { Complain } from './field-errors.ts';
import type { HostForm, RequirementsForm } from './form.ts';

type Attachments = NonNullable<FabricRequirementsInput['attachments']>;

export function readHosts(form: RequirementsForm, complain: Complain): Map<Fabric['purpose'], Attachments> {
  const hosts = new Map<Fabric['purpose'], Attachments>();
  const firstOfName = new Map<string, HostForm>();
  for (const row of form.hosts) {
    const { key, fabric, role, count, portsPerHost, speedGbps } = row;
    const name = row.name.trim();
    const first = firstOfName.get(name) ?? row;
    firstOfName.set(name, first);
    if (name === '') complain(`host-${key}-name`, 'Give them a name.');
    if (count === null) complain(`host-${key}-count`, 'Say how many.');
    else if (first.count !== null && first.count !== count)
      complain(`host-${key}-count`, `There are ${first.count} ${name} above; hosts of one name are one group.`);
    if (portsPerHost === null) complain(`host-${key}-ports`, 'Say how many ports each has here.');
    if (fabric !== 'compute' && !form.further[fabric].isWanted)
      complain(`host-${key}-fabric`, 'This fabric is not wanted; tick it above.');
    const own = hosts.get(fabric) ?? [];
    const id = `host-${first.key}`;
    if (own.some((other) => other.id === id)) complain(`host-${key}-fabric`, `${name} are on this fabric already.`);
    if (count === null || portsPerHost === null || name === '') continue;
    hosts.set(fabric, [...own, { id, name, role, count, portsPerHost, speedGbps }]);
  }
  return hosts;
}
