/** Which aisle the ports of a part face when its intake is in the cold one. */
import type { DevicePart } from './part.ts';

export type PortSide = 'cold' | 'hot';

/**
 * A server's ports are at its rear, a switch's at its front: front to rear blows from the ports of a switch (also sold
 * as connector-to-power), but towards those of a server. null = an airflow that is not known or is neither of the two.
 */
export function findPortSide(kind: DevicePart['kind'], airflow: string): PortSide | null {
  if (airflow.startsWith('P2C')) return 'hot';
  if (airflow.startsWith('C2P')) return 'cold';
  const isForward = airflow === 'front-to-rear';
  if (!isForward && airflow !== 'rear-to-front') return null;
  return isForward === (kind === 'switch') ? 'cold' : 'hot';
}

/** The airflows a part is sold with. */
export function listAirflows(part: DevicePart): readonly string[] {
  if (part.kind === 'switch') return part.airflowOptions;
  return part.airflowDirection === null ? [] : [part.airflowDirection];
}

/** The airflows a user can choose from: those it is sold with, or either way through where nobody says. */
export function listAirflowChoices(part: DevicePart): readonly string[] {
  const known = listAirflows(part);
  return known.length > 0 ? known : ['front-to-rear', 'rear-to-front'];
}

/** Devices without air paths to speak of. */
export function isLiquidCooled({ cooling }: DevicePart): boolean {
  return cooling !== null && /liquid/.test(cooling) && !/air/.test(cooling);
}
