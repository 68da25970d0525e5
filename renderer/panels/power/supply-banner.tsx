/** What the feeds that are off take with them: racks that are dark, and racks and feeds that are left with too much. */
import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { explainTally, type TallyTerm } from '#core/analysis/explain/explain-tally.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import type { FacilityReport } from '#core/analysis/facility-report.ts';
import { setPowerTab } from '../../store/power-tab.ts';
import { select, setHighlighted } from '../../store/view-store.ts';
import { formatNumber, formatCount, formatPower } from '../../ui/format.ts';
import { Explained } from '../explained.tsx';
import { LeadingButton } from '../leading-button.tsx';

interface SupplyBannerProps {
  readonly facility: FacilityReport;
  readonly nameOf: (feedId: string) => string;
}

export function SupplyBanner({ facility, nameOf }: SupplyBannerProps): ReactElement | null {
  const { dark, rackGroups } = facility;
  if (dark.offFeedIds.length === 0) return null;
  const touched = rackGroups.filter((group) => group.darkRackCount + group.overloadedRackCount > 0);
  const isQuiet = touched.length === 0 && dark.overloadedFeedIds.length === 0;
  const names = dark.offFeedIds.map(nameOf).join(' and ');
  return (
    <div className="power-banner" role="status" data-tone={isQuiet ? 'ok' : 'over'} data-testid="power-dark">
      <p className="power-banner__title">
        {isQuiet ? null : <TriangleAlert size={15} aria-hidden />}
        <strong>Without {names}:</strong>{' '}
        <Explained source={() => explainDark(facility)} figure={`Without ${names}`} text={describe(facility, nameOf)} />
      </p>
      {touched.length > 0 ? (
        <ul className="power-banner__groups">
          {touched.map((group) => (
            <li key={group.rackId}>
              <LeadingButton
                source={() => explainDark(facility)}
                figure={`Without ${names}`}
                data-testid={`dark-${group.rackId}`}
                onClick={() => {
                  select([{ kind: 'rack', id: group.rackId }]);
                  setHighlighted([{ kind: 'rack', id: group.rackId }]);
                  setPowerTab('racks');
                }}
              >
                {group.name}
                <span>
                  {[
                    group.darkRackCount > 0
                      ? `${formatNumber(group.darkRackCount)} of ${formatNumber(group.rackCount)} dark`
                      : '',
                    group.overloadedRackCount > 0
                      ? `${formatNumber(group.overloadedRackCount)} of ${formatNumber(group.rackCount)} overloaded`
                      : '',
                  ]
                    .filter((text) => text !== '')
                    .join(', ')}
                </span>
              </LeadingButton>
            </li>
          ))}
        </ul>
      ) : null}
      {isQuiet ? null : (
        <p className="power-banner__note">
          Loads at maximum power. What an overload trips next, and what the loss does to traffic, is not followed up.
        </p>
      )}
    </div>
  );
}

/** Rack groups with racks that are dark, or left with too much. */
function explainDark({ rackGroups, dark }: FacilityReport): Explanation {
  return explainTally({
    title: 'Racks that are dark or overloaded',
    unit: 'racks',
    terms: rackGroups.flatMap(({ rackId, name, darkRackCount, overloadedRackCount }): TallyTerm[] => {
      const refs = [{ kind: 'rack' as const, id: rackId }];
      return [
        ...(darkRackCount > 0
          ? [{ name: `${name}: dark, all their PDUs hang on a feed that is off`, count: darkRackCount, refs }]
          : []),
        ...(overloadedRackCount > 0
          ? [
              {
                name: `${name}: the PDUs that are left would carry more than they may`,
                count: overloadedRackCount,
                refs,
              },
            ]
          : []),
      ];
    }),
    caveats: [
      `Dark: ${formatCount(dark.gpuCount, 'GPU')} and ${formatPower(dark.maxW.value)} at maximum power.`,
      'What an overload trips next is not followed up.',
    ],
  });
}

function nameGpus(count: number): string {
  return count === 0 ? '' : ` with ${formatCount(count, 'GPU')}`;
}

function describe({ dark }: FacilityReport, nameOf: (feedId: string) => string): string {
  const parts = [
    dark.rackCount > 0
      ? `${formatCount(dark.rackCount, 'rack')}${nameGpus(dark.gpuCount)} dark (${formatPower(dark.maxW.value)})`
      : 'no rack dark',
    dark.overloadedRackCount > 0
      ? `${formatCount(dark.overloadedRackCount, 'rack')}${nameGpus(dark.overloadedGpuCount)} overloaded`
      : 'no rack overloaded',
    dark.overloadedFeedIds.length > 0 ? `overloaded: ${dark.overloadedFeedIds.map(nameOf).join(', ')}` : '',
  ];
  return `${parts.filter((text) => text !== '').join('; ')}.`;
}
