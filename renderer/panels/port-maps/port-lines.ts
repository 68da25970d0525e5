/** The ports of a device in a list, one line each. */
import type { MappedCage, PortMap, PortNeighbour } from '#core/analysis/port-map.ts';
import { namePort } from './panel-picture.tsx';

export interface PortLine {
  readonly port: string;
  readonly transceiver: MappedCage['transceiver'];
  readonly transceiverNumber: MappedCage['transceiverNumber'];
  /** null = free. */
  readonly neighbour: PortNeighbour | null;
}

export function listPortLines({ blocks }: PortMap): PortLine[] {
  return blocks.flatMap(({ blockId, cages }) =>
    cages.flatMap((cage) =>
      cage.ports.map((port) => ({
        port: namePort(blockId, cage, port),
        transceiver: cage.transceiver,
        transceiverNumber: cage.transceiverNumber,
        neighbour: port.neighbour,
      })),
    ),
  );
}

/** `Rack 7 U12`; empty = not in a rack. */
export function formatPlace({ rackName, unit }: Pick<PortMap, 'rackName' | 'unit'>): string {
  return unit === null ? rackName : `${rackName} U${unit}`;
}
