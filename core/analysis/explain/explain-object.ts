/** The derivation of figures of single objects: `<what>/<field>/<id>`. Ids may hold slashes. */
import type { Netlist } from '../../netlist/netlist.ts';
import type { Report } from '../report.ts';
import { explainTray } from './explain-cabling.ts';
import { explainBrokenRacks } from './explain-failures.ts';
import { explainDevice, explainPortUse } from './explain-device.ts';
import { explainRackGroup, explainRackLimit, explainTrunk } from './explain-drawn.ts';
import { explainLink } from './explain-link.ts';
import { explainLine, explainMoney } from './explain-money.ts';
import { explainCdu, explainZone } from './explain-plants.ts';
import { explainCabling } from './explain-runs.ts';
import { explainSum } from './explain-sums.ts';
import { explainFeed, explainPdu } from './explain-supply.ts';
import { explainUnit } from './explain-unit.ts';
import type { Explanation } from './explanation.ts';

type ById = (netlist: Netlist, report: Report, field: string, id: string) => Explanation | null;

const OBJECTS: Readonly<Record<string, ById>> = {
  sum: explainSum,
  device: explainDevice,
  link: explainLink,
  feed: explainFeed,
  zone: explainZone,
  cdu: explainCdu,
  ports: (netlist, report, field, index) => explainPortUse(netlist, report, field, Number(index)),
  pdu: (netlist, report, field, index) => explainPdu(netlist, report, field, Number(index)),
  line: (netlist, report, field, index) => explainLine(netlist, report, field, Number(index)),
  tray: (netlist, report, field, index) => (field === 'fill' ? explainTray(netlist, report, Number(index)) : null),
  unit: (netlist, _, field, id) => explainUnit(netlist, field, id),
  rack: explainRack,
  trunk: (netlist, { links }, field, ids) => explainTrunk(netlist, links, field, ids),
  cabling: (netlist, report, field) => explainCabling(netlist, report, field),
  money: (_, report, field, id) => explainMoney(report, id === '' ? field : `${field}/${id}`),
};

function explainRack(netlist: Netlist, _: Report, field: string, rackId: string): Explanation | null {
  if (field === 'broken') return explainBrokenRacks(netlist, rackId);
  return field === 'limit' ? explainRackLimit(netlist, rackId) : explainRackGroup(netlist, rackId);
}

/** undefined = not a figure of an object; null = there is no such object, or it has no such figure. */
export function explainObject(netlist: Netlist, report: Report, metricId: string): Explanation | null | undefined {
  const [what = '', field = '', ...rest] = metricId.split('/');
  if (!Object.hasOwn(OBJECTS, what)) return undefined;
  return OBJECTS[what]?.(netlist, report, field, rest.join('/')) ?? null;
}
