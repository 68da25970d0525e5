/** Where the closed form was held to published runs, and how far off it was there. */
import type { ReactElement } from 'react';
import { SIZE_RANGES, VALIDATED_CLASSES, type ValidatedClass } from '#core/sim/validated-range.ts';
import { ScrollRegion } from './scroll-region.tsx';

export function ValidatedRangeTable(): ReactElement {
  return (
    <ScrollRegion label="Errors on published runs">
      <table
        className="simulate__table"
        aria-label="Error of the estimates on published runs"
        data-testid="validated-range"
      >
        <thead>
          <tr>
            <th scope="col">Collective</th>
            <th scope="col">Scale-up domains</th>
            {SIZE_RANGES.map(({ label }) => (
              <th key={label} scope="col" className="simulate__number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listRows().map((row) => (
            <tr key={`${row.collectives} ${row.domains}`}>
              <th scope="row">{row.collectives}</th>
              <td>{row.domains}</td>
              {SIZE_RANGES.map(({ label }) => (
                <td key={label} className="simulate__number">
                  {formatCell(row.bySize.get(label))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface RangeRow {
  readonly collectives: string;
  readonly domains: string;
  readonly bySize: Map<string, ValidatedClass>;
}

/** One line for all sizes of a collective over so many domains. */
function listRows(): RangeRow[] {
  const rows = new Map<string, RangeRow>();
  for (const each of VALIDATED_CLASSES) {
    const collectives = each.collectives.join(', ');
    const key = `${collectives} ${each.domains}`;
    const row = rows.get(key) ?? { collectives, domains: each.domains, bySize: new Map() };
    row.bySize.set(each.sizes, each);
    rows.set(key, row);
  }
  return [...rows.values()];
}

function formatCell(found: ValidatedClass | undefined): string {
  if (found === undefined) return 'none';
  return `${found.medianPercent} / ${found.p90Percent}\u202f% (${found.pointCount})`;
}
