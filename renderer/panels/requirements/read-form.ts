/** The form as requirements: pure, and the one place where an answer is judged before a design is tried. */
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Fabric } from '#core/design/design.ts';
import { findSwitchBlock } from '#core/generate/find-parts.ts';
import {
  type EndpointSpec,
  type FabricRequirementsInput,
  parseRequirements,
  type Requirements,
  type SwitchSpec,
} from '#core/generate/requirements.ts';
import type { FabricChoices } from './fabric-choices.ts';
import type { Complain, FieldErrors } from './field-errors.ts';
import {
  type FabricForm,
  FURTHER_PURPOSES,
  type FurtherForm,
  type FurtherPurpose,
  type RequirementsForm,
  type SwitchChoice,
} from './form.ts';
import { listSpeeds } from './part-choices.ts';
import { readHosts } from './read-hosts.ts';
import { readShape } from './read-shape.ts';
import { countSharedPorts, type ResolvedForm, resolveForm } from './resolve-form.ts';
import { TOPOLOGIES } from './topologies.ts';

export interface FormReading {
  /** null while there are errors. */
  readonly requirements: Requirements | null;
  readonly errors: FieldErrors;
  readonly resolved: ResolvedForm;
  /** The name when none is given. */
  readonly suggestedName: string;
}

const FABRIC_NAMES: Readonly<Record<Fabric['purpose'], string>> = {
  compute: 'Compute',
  storage: 'Storage',
  frontend: 'Front-end',
  inband: 'In-band',
  oob: 'Out-of-band',
};

export function readForm(form: RequirementsForm, catalog: Catalog): FormReading {
  const errors: Record<string, string> = {};
  const complain: Complain = (field, message) => {
    errors[field] ??= message;
  };
  const resolved = resolveForm(form, catalog);
  const endpoint = readEndpoint(form, resolved, complain);
  readCounts(form, resolved, complain);
  const fabrics = [readFabric(form.compute, resolved.compute, '', complain)];
  for (const purpose of FURTHER_PURPOSES) {
    if (form.further[purpose].isWanted) fabrics.push(readFurther(form, resolved, purpose, complain));
  }
  const hosts = readHosts(form, complain);
  if (form.racks.isWanted && form.racks.units === null) complain('rack-units', 'Say how many units a rack has.');
  const suggestedName = suggestName(form, resolved);
  if (Object.keys(errors).length > 0) return { requirements: null, errors, resolved, suggestedName };
  const parsed = parseRequirements({
    name: form.name.trim() || suggestedName,
    endpoint,
    endpointCount: resolved.serverCount,
    endpointCountFull: resolved.serverCountFull,
    displacedEndpoints: form.displaced ?? 0,
    fabrics: fabrics.map((fabric) => ({ ...fabric, attachments: hosts.get(fabric.purpose) ?? [] })),
    rackLimits: readRackLimits(form),
  });
  if (!parsed.ok) complain('name', parsed.error);
  return { requirements: parsed.ok ? parsed.value : null, errors, resolved, suggestedName };
}

function suggestName(form: RequirementsForm, { serverCount, serverName }: ResolvedForm): string {
  return `${serverCount ?? 0} \u00d7 ${serverName}, ${TOPOLOGIES[form.compute.topology].label}`;
}

function readEndpoint(form: RequirementsForm, resolved: ResolvedForm, complain: Complain): EndpointSpec | null {
  const { block } = resolved.compute;
  if (form.serverId !== null) {
    if (block === null) complain('server', `The network ports of ${resolved.serverName} are not known.`);
    else if (block.slotCount !== null && block.modes.length === 0)
      complain(`adapter-${block.id}`, `Choose a NIC for its ${block.slotCount} slots.`);
    const slots = new Set(
      resolved.server?.portBlocks.filter(({ slotCount }) => slotCount !== null).map(({ id }) => id),
    );
    const adapters = Object.fromEntries(Object.entries(form.adapters).filter(([id]) => slots.has(id)));
    return { partId: form.serverId, adapters };
  }
  const { gpus, ports, portGbps } = form.plainServer;
  if (gpus === null) complain('plain-gpus', 'Say how many, 0 for none.');
  if (ports === null) complain('plain-ports', 'Say how many.');
  if (portGbps === null) complain('plain-speed', 'Say how fast a port is.');
  const otherPorts = FURTHER_PURPOSES.flatMap((purpose) => {
    const { isWanted, plainPorts } = form.further[purpose];
    if (!isWanted || plainPorts.ports === null || plainPorts.portGbps === null) return [];
    return [{ id: purpose, ports: plainPorts.ports, portGbps: plainPorts.portGbps }];
  });
  if (gpus === null || ports === null || portGbps === null) return null;
  return { name: resolved.serverName, gpus, ports, portGbps, otherPorts };
}

function readCounts(form: RequirementsForm, resolved: ResolvedForm, complain: Complain): void {
  if (form.count === null) complain('count', 'Say how many.');
  else if (resolved.serverCount === null)
    complain('count', `${resolved.serverName} has no GPUs the catalog knows of; count in servers.`);
  if (form.displaced !== null && resolved.serverCount !== null && form.displaced >= resolved.serverCount)
    complain('displaced', `At least one of the ${resolved.serverCount} servers must stay.`);
  if (form.count !== null && form.countFull !== null && form.countFull < form.count)
    complain('count-full', `Full growth is less than the ${form.count} of now.`);
}

function readSwitch(choice: SwitchChoice, field: string, complain: Complain): SwitchSpec | null {
  if (choice.kind === 'auto') return null;
  if (choice.kind === 'part') return { partId: choice.partId };
  const { radix, portGbps, split } = choice;
  if (radix === null) complain(`${field}-radix`, 'Say how many ports it has.');
  if (portGbps === null) complain(`${field}-speed`, 'Say how fast a port is.');
  if (radix === null || portGbps === null) return null;
  return { name: 'Switch', radix, portGbps, splits: split > 1 ? [split] : [] };
}

/** `prefix` goes before the field ids. */
function readFabric(
  fabric: FabricForm,
  choices: FabricChoices,
  prefix: string,
  complain: Complain,
): FabricRequirementsInput {
  const { purpose, speedGbps } = choices;
  const say: Complain = (field, message) => complain(`${prefix}${field}`, message);
  const { topology, technology, leafRatio, spineRatio } = fabric;
  if (choices.block && !choices.technologies.includes(technology)) {
    const name = technology === 'infiniband' ? 'InfiniBand' : 'Ethernet';
    say('technology', `The ports (${choices.block.protocols.join(', ')}) do not speak ${name}.`);
  }
  if (leafRatio === null) say('oversubscription-leaf', 'Say the ratio; 1 is non-blocking.');
  if (spineRatio === null) say('oversubscription-spine', 'Say the ratio; 1 is non-blocking.');
  readDivision(fabric, choices, say);
  const shape = readShape(fabric, say);
  return {
    id: purpose,
    name: FABRIC_NAMES[purpose],
    purpose,
    technology,
    topology,
    endpointBlockId: choices.block?.id ?? null,
    portsPerEndpoint: fabric.portsPerEndpoint,
    speedGbps: speedGbps ?? 1,
    uplinkSpeedGbps: fabric.uplinkSpeedGbps,
    leaf: shape.lattice?.hostsPerSwitch === null ? null : readLeaf(fabric, choices, say),
    spine: readSwitch(fabric.spine, 'spine', say),
    core: readSwitch(fabric.core, 'core', say),
    tiers: fabric.tiers,
    oversubscription: { leaf: leafRatio ?? 1, spine: spineRatio ?? 1 },
    rails: fabric.rails,
    planes: fabric.planes ?? 1,
    endpointsPerUnit: fabric.endpointsPerUnit,
    downlinksPerLeaf: fabric.downlinksPerLeaf,
    uplinksPerLeaf: fabric.uplinksPerLeaf,
    leafCount: fabric.leafCount,
    spineCount: fabric.spineCount,
    upperCountRule: fabric.upperCountRule,
    ...shape,
  };
}

function readLeaf(fabric: FabricForm, { autoLeaf, speedGbps, block }: FabricChoices, say: Complain): SwitchSpec | null {
  if (fabric.leaf.kind !== 'auto') return readSwitch(fabric.leaf, 'leaf', say);
  if (autoLeaf !== null) return { partId: autoLeaf.id };
  const name = fabric.technology === 'infiniband' ? 'InfiniBand' : 'Ethernet';
  if (block !== null && speedGbps !== null)
    say('leaf', `No switch of the catalog offers ${speedGbps}G ${name} for these ports; describe one by its ports.`);
  return null;
}

/** Ports must divide over planes, and those of a plane over rails. */
function readDivision(fabric: FabricForm, { portsOwned, purpose }: FabricChoices, say: Complain): void {
  const ports = fabric.portsPerEndpoint ?? portsOwned;
  const planes = fabric.planes ?? 1;
  if (fabric.portsPerEndpoint !== null && fabric.portsPerEndpoint > portsOwned && purpose !== 'compute')
    say('ports', `The server has ${portsOwned}.`);
  if (ports === 0) return;
  if (ports % planes !== 0) say('planes', `${ports} ports of a server do not divide over ${planes} planes.`);
  else if (fabric.rails !== null && (ports / planes) % fabric.rails !== 0)
    say(
      'rails',
      `${ports / planes} ports of a server${planes === 1 ? '' : ' in a plane'} do not divide over ${fabric.rails} rails.`,
    );
}

function readFurther(
  form: RequirementsForm,
  resolved: ResolvedForm,
  purpose: FurtherPurpose,
  complain: Complain,
): FabricRequirementsInput {
  const further = form.further[purpose];
  const choices = resolved.further[purpose];
  const prefix = `${purpose}-`;
  if (choices.block === null)
    complain(`${prefix}block`, `${resolved.serverName} has no ports for it that the catalog knows of.`);
  else if (choices.speedGbps === null) complain(`${prefix}block`, 'The speed of these ports is not known.');
  const read = further.ridesOnCompute
    ? readRider(form, further, choices)
    : readFabric(further, choices, prefix, complain);
  const portsPerEndpoint = further.portsPerEndpoint ?? countSharedPorts(form, resolved, purpose);
  if (purpose !== 'oob') return { ...read, portsPerEndpoint };
  const uplinkTo = readUplinkTo(form, resolved);
  const { includesSwitches, includesDpus } = further;
  return { ...read, portsPerEndpoint, includesSwitches, includesDpus, uplinkTo };
}

/** Only its ports and its speed are its own. */
function readRider(form: RequirementsForm, further: FurtherForm, choices: FabricChoices): FabricRequirementsInput {
  const { purpose, block, speedGbps } = choices;
  return {
    id: purpose,
    name: FABRIC_NAMES[purpose],
    purpose,
    technology: form.compute.technology,
    topology: further.topology,
    endpointBlockId: block?.id ?? null,
    speedGbps: speedGbps ?? 1,
    ridesOn: 'compute',
  };
}

/** At the fastest speed that both switches offer. */
function readUplinkTo(form: RequirementsForm, resolved: ResolvedForm): FabricRequirementsInput['uplinkTo'] {
  const linksPerLeaf = form.further.oob.uplinksToInband ?? 0;
  const lower = resolved.further.oob.leaf;
  const upper = resolved.further.inband.leaf;
  if (!form.further.inband.isWanted || linksPerLeaf === 0 || !lower || !upper) return null;
  const speedGbps = lower.portBlocks
    .filter((block) => block.role === 'uplink')
    .flatMap(listSpeeds)
    .sort((a, b) => b - a)
    .find((speed) => findSwitchBlock(upper, speed, 'down') !== null);
  return speedGbps === undefined ? null : { fabricId: 'inband', linksPerLeaf, speedGbps };
}

function readRackLimits({ racks }: RequirementsForm): Requirements['rackLimits'] {
  if (!racks.isWanted) return null;
  const powerW = racks.powerKw === null ? null : racks.powerKw * 1000;
  return { units: racks.units ?? 48, powerW, endpointsPerRack: racks.endpointsPerRack };
}
