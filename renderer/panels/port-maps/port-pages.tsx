/** Port maps on paper: a sheet for each device, its panel above and every port with its neighbour below. */
import type { ReactElement } from 'react';
import type { PortMap } from '#core/analysis/port-map.ts';
import { design } from '../../store/design-store.ts';
import { PrintSheet } from '../../ui/print-sheet.tsx';
import { PanelPicture } from './panel-picture.tsx';
import { formatPlace, listPortLines } from './port-lines.ts';

interface PortPagesProps {
  readonly maps: readonly PortMap[];
  readonly printedOn: string;
}

export function PortPages({ maps, printedOn }: PortPagesProps): ReactElement {
  return (
    <PrintSheet orientation="landscape">
      {maps.map((map) => (
        <div key={`${map.deviceId} ${map.member}`} className="print-page port-page">
          <header className="port-page__title">
            <h1>{map.name}</h1>
            <p>
              {[map.partLabel, formatPlace(map), `${map.usedCount} of ${map.portCount} ports used`]
                .filter(Boolean)
                .join(' \u00b7 ')}
            </p>
            <p>
              {design().name}, {printedOn}
            </p>
          </header>
          {map.blocks.map((block) => (
            <PanelPicture key={block.blockId} block={block} />
          ))}
          <ul className="port-page__lines">
            {listPortLines(map).map(({ port, neighbour }) => (
              <li key={port}>
                <span>{port}</span>
                {neighbour ? (
                  <>
                    <span>{neighbour.name}</span>
                    <span>{neighbour.port}</span>
                    <span>{formatPlace(neighbour)}</span>
                    <span>{neighbour.label}</span>
                  </>
                ) : (
                  <span>free</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </PrintSheet>
  );
}
