/** What the answers given so far leave to choose from for one fabric, and what 'choose for me' means there. */
import { type Catalog, findPart } from '#core/catalog/catalog.ts';
import type { PortBlock, SwitchPart } from '#core/catalog/part.ts';
import type { Fabric } from '#core/design/design.ts';
import { countPorts } from '#core/generate/port-demand.ts';
import type { FabricForm } from './form.ts';
import { chooseSwitch, fitsSwitch, listSpeeds, listSwitches, listTechnologies } from './part-choices.ts';

export interface FabricChoices {
  readonly purpose: Fabric['purpose'];
  /** Endpoint ports it uses; null = the endpoint has none that suit. */
  readonly block: PortBlock | null;
  readonly technologies: readonly Fabric['technology'][];
  /** Of the endpoint ports, fastest first, with whether a switch can be had. */
  readonly speeds: readonly { readonly speedGbps: number; readonly isOffered: boolean }[];
  /** The one asked for, or the fastest on offer; null = no ports known. */
  readonly speedGbps: number | null;
  readonly switches: readonly { readonly part: SwitchPart; readonly ports: number }[];
  /** What 'choose for me' comes to. */
  readonly autoLeaf: SwitchPart | null;
  /** The leaf that stands: chosen or found; null = none, or known by its ports only. */
  readonly leaf: SwitchPart | null;
  /** Ports an endpoint has at the speed. */
  readonly portsOwned: number;
}

function fitsLeaf(fabric: FabricForm, block: PortBlock, speedGbps: number, catalog: Catalog): boolean {
  const wish = { technology: fabric.technology, speedGbps, protocols: block.protocols };
  const { leaf } = fabric;
  if (leaf.kind === 'auto') return listSwitches(catalog, wish).length > 0;
  if (leaf.kind === 'plain') return leaf.portGbps === speedGbps || leaf.portGbps === speedGbps * leaf.split;
  const part = findPart(catalog, leaf.partId, 'switch');
  return part !== undefined && fitsSwitch(part, wish);
}

export function listFabricChoices(
  fabric: FabricForm,
  purpose: Fabric['purpose'],
  block: PortBlock | null,
  catalog: Catalog,
  makers: readonly string[],
): FabricChoices {
  const speeds = listSpeeds(block).map((speedGbps) => ({
    speedGbps,
    isOffered: block !== null && fitsLeaf(fabric, block, speedGbps, catalog),
  }));
  const best = speeds.find(({ isOffered }) => isOffered) ?? speeds[0];
  const speedGbps = fabric.speedGbps ?? best?.speedGbps ?? null;
  const wish =
    speedGbps === null ? null : { technology: fabric.technology, speedGbps, protocols: block?.protocols ?? [] };
  const autoLeaf = wish ? chooseSwitch(catalog, wish, makers) : null;
  const { leaf } = fabric;
  return {
    purpose,
    block,
    technologies: listTechnologies(block),
    speeds,
    speedGbps,
    switches: wish ? listSwitches(catalog, wish) : [],
    autoLeaf,
    leaf:
      leaf.kind === 'part'
        ? (findPart(catalog, leaf.partId, 'switch') ?? null)
        : leaf.kind === 'auto'
          ? autoLeaf
          : null,
    portsOwned: block && speedGbps !== null ? countPorts(block, speedGbps) : 0,
  };
}
