/** Short ways to draw a design in a test, on real parts of the catalog. */
import { analyse } from '#core/analysis/analyse.ts';
import type { Report } from '#core/analysis/report.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { createDevice, createLink } from '#core/design/defaults.ts';
import { createDesign, type Design, type Device, type Fabric, type Link } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { builtInCatalog } from './built-in-catalog.ts';

/** A design with one compute fabric of that technology. */
export function drawDesign(technology: Fabric['technology'] = 'infiniband'): Design {
  const design = createDesign('Test');
  design.fabrics['compute'] = {
    id: 'compute',
    name: 'Compute',
    purpose: 'compute',
    technology,
    routing: 'adaptive',
    targetOversubscription: null,
  };
  return design;
}

export function drawDevice(
  design: Design,
  id: string,
  partId: string,
  role: Device['role'],
  count: number,
  more?: Partial<Device>,
): void {
  design.devices[id] = createDevice({ id, name: id, partId, role, count, ...more });
}

/** `a` and `b` as `device.block`. */
export function drawLink(
  design: Design,
  a: string,
  b: string,
  more: Pick<Link, 'pattern' | 'speedGbps'> & Partial<Link>,
): void {
  const id = `link-${Object.keys(design.links).length + 1}`;
  design.links[id] = createLink({ id, fabricId: 'compute', a: parseEnd(a), b: parseEnd(b), ...more });
}

function parseEnd(text: string): Link['a'] {
  const [deviceId = '', blockId = ''] = text.split('.');
  return { deviceId, blockId };
}

export function evaluate(design: Design): { netlist: Netlist; diagnostics: Diagnostic[]; report: Report } {
  const { netlist, diagnostics } = elaborate(design, builtInCatalog);
  return { netlist, diagnostics, report: analyse(netlist, diagnostics) };
}
