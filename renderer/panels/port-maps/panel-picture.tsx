/**
 * The front panel of a device as a picture: its cages in rows as they sit on the device, in each port what it leads to. Odd cages
 * stand above even ones.
 */
import type { CSSProperties, ReactElement } from 'react';
import type { MappedBlock, MappedCage, MappedPort, PortNeighbour } from '#core/analysis/port-map.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { chooseFabricColour } from '../../store/fabric-colour.ts';
import { formatCount } from '../../ui/format.ts';
import { formatBlockRole } from '../labels.ts';

/** Cages beside each other that a 19-inch panel has room for. */
const CAGES_ACROSS = 18;

function countRows(cageCount: number): number {
  if (cageCount < 4) return 1;
  return Math.max(2, 2 * Math.ceil(cageCount / (2 * CAGES_ACROSS)));
}

interface PanelPictureProps {
  readonly block: MappedBlock;
  /** Absent on paper. */
  readonly onPick?: (neighbour: PortNeighbour) => void;
}

export function PanelPicture({ block, onPick }: PanelPictureProps): ReactElement {
  const portsAcross = Math.max(1, ...block.cages.map(({ ports }) => ports.length));
  const rows = countRows(block.cages.length);
  const style = {
    '--rows': rows,
    '--across': Math.ceil(block.cages.length / rows),
    '--ports': portsAcross,
  } as CSSProperties;
  const used = block.cages.reduce((sum, { ports }) => sum + ports.filter(({ neighbour }) => neighbour).length, 0);
  const owned = block.cages.reduce((sum, { ports }) => sum + ports.length, 0);
  return (
    <section className="panel-picture" aria-label={`Port block ${block.blockId}`}>
      <h3>
        {block.blockId}
        <span>
          {[
            formatBlockRole(block.role),
            `${formatCount(block.cages.length, 'cage')}${block.formFactor === null ? '' : ` ${block.formFactor}`}`,
            `${used} of ${formatCount(owned, 'port')} used`,
          ].join(' \u00b7 ')}
        </span>
      </h3>
      <div className="panel-picture__face" style={style}>
        {block.cages.map((cage) => (
          <Cage key={cage.number} blockId={block.blockId} cage={cage} {...(onPick ? { onPick } : {})} />
        ))}
      </div>
    </section>
  );
}

interface CageProps extends Pick<PanelPictureProps, 'onPick'> {
  readonly blockId: string;
  readonly cage: MappedCage;
}

function Cage({ blockId, cage, onPick }: CageProps): ReactElement {
  return (
    <div
      className="panel-picture__cage"
      data-blocked={cage.isBlocked || undefined}
      title={cage.transceiver ?? undefined}
    >
      <span className="panel-picture__number">{cage.number}</span>
      {cage.isBlocked ? <span className="panel-picture__off">off</span> : null}
      {cage.ports.map((port) => (
        <Port key={port.number} blockId={blockId} cage={cage} port={port} {...(onPick ? { onPick } : {})} />
      ))}
    </div>
  );
}

/** `data 3/1`, as on the schedule. */
export function namePort(blockId: string, cage: MappedCage, port: MappedPort): string {
  return cage.ports.length > 1 ? `${blockId} ${cage.number}/${port.number}` : `${blockId} ${cage.number}`;
}

function Port({ blockId, cage, port, onPick }: CageProps & { readonly port: MappedPort }): ReactElement {
  const design = useDesignStore(selectDesign);
  const { neighbour } = port;
  if (!neighbour) return <span className="panel-picture__port panel-picture__port--free">free</span>;
  const style = { '--fabric': chooseFabricColour(design.fabrics, neighbour.fabricId) } as CSSProperties;
  if (!onPick) {
    return (
      <span className="panel-picture__port" style={style}>
        {neighbour.name}
      </span>
    );
  }
  const label = `${namePort(blockId, cage, port)} to ${neighbour.name} ${neighbour.port}, ${neighbour.fabric}, cable ${neighbour.label}`;
  return (
    <button
      type="button"
      className="panel-picture__port"
      style={style}
      title={label}
      aria-label={label}
      onClick={() => onPick(neighbour)}
    >
      {neighbour.name}
    </button>
  );
}
