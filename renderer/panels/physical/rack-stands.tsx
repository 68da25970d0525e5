/** Where the racks of a group stand on the floor. */
import type { ReactElement } from 'react';
import type { Rack } from '#core/design/design.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { select } from '../../store/view-store.ts';
import { formatNumber, formatCount } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { formatRun } from './runs.ts';
import { Explained } from '../explained.tsx';
import { explainTally } from '#core/analysis/explain/explain-tally.ts';

/** Longer lists say how many more there are: a group in a hundred pieces is read on the plan. */
const MAX_STANDS = 12;

export function RackStands({ rack }: { readonly rack: Rack }): ReactElement | null {
  const { stands = {}, rows = {} } = useDesignStore(selectDesign);
  const own = Object.values(stands).filter((stand) => stand.rackId === rack.id);
  if (Object.keys(rows).length === 0) return null;
  const standing = own.reduce((sum, stand) => sum + stand.rackCount, 0);
  const shown = own.toSorted((a, b) => a.firstRack - b.firstRack).slice(0, MAX_STANDS);
  return (
    <Section
      title="On the floor"
      aside={
        <Explained
          source={() =>
            explainTally({
              title: `Racks of ${rack.name} on the floor`,
              unit: 'racks',
              terms: own.map(({ rowId, rackCount }) => ({
                name: rows[rowId]?.name ?? rowId,
                count: rackCount,
                refs: [{ kind: 'row', id: rowId }],
              })),
              caveats: [`Of ${formatCount(rack.count, 'rack')} of the group; the others wait on the shelf.`],
            })
          }
          figure="On the floor"
          text={`${formatNumber(standing)} of ${formatNumber(rack.count)}`}
        />
      }
    >
      {own.length === 0 ? <p className="inspector__note">None yet. The Floor view keeps them on its shelf.</p> : null}
      <div className="inspector__rows">
        {shown.map((stand) => (
          <button
            key={stand.id}
            type="button"
            className="inspector__row"
            onClick={() => select([{ kind: 'row', id: stand.rowId }])}
          >
            <span className="inspector__row-name">{rows[stand.rowId]?.name ?? stand.rowId}</span>
            <span>{formatRun(stand.firstSlot, stand.rackCount)}</span>
            <span className="inspector__row-note">Racks {formatRun(stand.firstRack, stand.rackCount)}</span>
          </button>
        ))}
      </div>
      {own.length > MAX_STANDS ? (
        <p className="inspector__note">and {formatCount(own.length - MAX_STANDS, 'run')} more</p>
      ) : null}
    </Section>
  );
}
