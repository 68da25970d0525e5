/** Which fabric a new link most likely belongs to: one its ends are already in, one of the same kind, or a new one. */
import type { Catalog } from '../catalog/catalog.ts';
import { findDevicePart } from '../design/port-blocks.ts';
import type { Design, Fabric } from '../design/design.ts';
import { findRecord } from '../design/records.ts';
import { type LinkSite, listCommonProtocols } from './link-rules.ts';
import { listNames, makeUniqueName } from './names.ts';

interface FabricProposal {
  readonly fabricId: string;
  /** Set when the fabric is new. */
  readonly fabric?: Fabric;
}

type Purpose = Fabric['purpose'];
type Technology = Fabric['technology'];

const purposeNames: Readonly<Record<Purpose, string>> = {
  compute: 'Compute',
  storage: 'Storage',
  frontend: 'Front-end',
  inband: 'In-band',
  oob: 'Out-of-band',
};

const purposeOfRole: Readonly<Record<string, Purpose>> = {
  compute: 'compute',
  storage: 'storage',
  storage_inband: 'storage',
  frontend: 'frontend',
  inband_mgmt: 'inband',
  host_mgmt: 'inband',
  bmc: 'oob',
};

export function proposeFabric(
  design: Design,
  catalog: Catalog,
  lower: LinkSite,
  upper: LinkSite,
  newId: string,
): FabricProposal {
  const technologies = listTechnologies(lower, upper);
  const fabrics = listUsedFabrics(design, lower, upper);
  const used = fabrics.find((fabric) => technologies.includes(fabric.technology));
  if (used) return { fabricId: used.id };
  const purpose = choosePurpose(catalog, lower, upper);
  const alike = Object.values(design.fabrics).find(
    (fabric) => fabric.purpose === purpose && technologies.includes(fabric.technology),
  );
  if (alike) return { fabricId: alike.id };
  const technology = technologies[0] ?? 'ethernet';
  const fabric: Fabric = {
    id: newId,
    name: makeUniqueName(purposeNames[purpose], listNames(design.fabrics)),
    purpose,
    technology,
    routing: technology === 'infiniband' ? 'adaptive' : 'ecmp',
    targetOversubscription: null,
  };
  return { fabricId: newId, fabric };
}

/** What the link can run, the likelier first: ports that speak both speak what the switch is made for. */
function listTechnologies(lower: LinkSite, upper: LinkSite): Technology[] {
  const protocols = listCommonProtocols(lower.block, upper.block);
  const canInfiniband = protocols.includes('ib');
  const canEthernet = !canInfiniband || protocols.some((protocol) => protocol !== 'ib');
  return [...(canEthernet ? ['ethernet' as const] : []), ...(canInfiniband ? ['infiniband' as const] : [])];
}

/** Fabrics of the two blocks first, then those of the two devices' other blocks. */
function listUsedFabrics(design: Design, lower: LinkSite, upper: LinkSite): Fabric[] {
  const ofBlocks: Fabric[] = [];
  const ofSwitches: Fabric[] = [];
  for (const link of Object.values(design.links)) {
    const fabric = findRecord(design.fabrics, link.fabricId);
    if (!fabric) continue;
    for (const site of [lower, upper]) {
      for (const end of [link.a, link.b]) {
        if (end.deviceId !== site.device.id) continue;
        if (end.blockId === site.block.id) ofBlocks.push(fabric);
        else if (isSwitchBlock(site)) ofSwitches.push(fabric);
      }
    }
  }
  return [...ofBlocks, ...ofSwitches];
}

/** A switch is in one network with all its ports, its own management ports aside; a server is in several. */
function isSwitchBlock({ block }: LinkSite): boolean {
  return block.role === 'data' || block.role === 'uplink' || block.role === 'host' || block.role === 'fabric';
}

function choosePurpose(catalog: Catalog, lower: LinkSite, upper: LinkSite): Purpose {
  for (const { block } of [lower, upper]) {
    const purpose = Object.hasOwn(purposeOfRole, block.role) ? purposeOfRole[block.role] : undefined;
    if (purpose) return purpose;
    if (block.role === 'mgmt' || block.role.endsWith('bmc')) return 'oob';
  }
  const isManagement = [lower, upper].some(({ device }) => {
    const part = findDevicePart(catalog, device.partId);
    return part?.kind === 'switch' && part.category === 'mgmt_switch';
  });
  return isManagement ? 'oob' : 'compute';
}
