/** Above a rack: its name, what is wrong with it, and how much of its power, heat, units and weight is taken. */
import type { ReactElement } from 'react';
import { RACK_SUPPLIES, type RackFigures } from '#core/analysis/facility-report.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { findPart } from '#core/catalog/catalog.ts';
import type { Rack } from '#core/design/design.ts';
import { useCatalog } from '../../store/design-store.ts';
import { formatAtLeast, formatHeat, formatPartial, formatPower, formatWeight, UNKNOWN } from '../../ui/format.ts';
import { MeterBar, NEAR_POWER_LIMIT } from '../../ui/meter-bar.tsx';
import { SeverityIcon } from '../../ui/severity-icon.tsx';
import { Explained } from '../explained.tsx';

/** Figures of one rack; null = no report speaks of it yet. */
export interface RackFacts {
  readonly maxW: number;
  readonly maxUnknown: number;
  readonly typicalW: number;
  readonly weightKg: number;
  readonly weightUnknown: number;
  readonly airW: number;
  readonly liquidW: number;
  readonly openW: number;
  readonly supply: (typeof RACK_SUPPLIES)[number];
}

export function readFacts(figures: RackFigures | undefined, number: number): RackFacts | null {
  if (!figures || number >= figures.maxW.value.length) return null;
  const at = (values: { readonly [index: number]: number }): number => values[number] ?? 0;
  return {
    maxW: at(figures.maxW.value),
    maxUnknown: at(figures.maxW.unknown),
    typicalW: at(figures.typicalW.value),
    weightKg: at(figures.weightKg.value),
    weightUnknown: at(figures.weightKg.unknown),
    airW: at(figures.heat.airW),
    liquidW: at(figures.heat.liquidW),
    openW: at(figures.heat.openW),
    supply: RACK_SUPPLIES[at(figures.supply)] ?? 'not-known',
  };
}

interface RackHeadProps {
  readonly rack: Rack;
  /** Within its group, from 0. */
  readonly index: number;
  readonly usedUnits: number;
  readonly facts: RackFacts | null;
  readonly problems: readonly Diagnostic[];
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  /** Power if what is carried here stayed; null = nothing is. */
  readonly maxWAfter: number | null;
}

export function RackHead(props: RackHeadProps): ReactElement {
  const { rack, index, usedUnits, facts, problems } = props;
  const [worst] = problems;
  return (
    <div className="rack-head">
      <button
        type="button"
        className="rack-head__name"
        data-key="head"
        aria-pressed={props.isSelected}
        tabIndex={props.isTabStop ? 0 : -1}
      >
        {/* Of a long name the number stays in sight. */}
        <span className="rack-head__title">
          <span>{rack.name}</span> {rack.count === 1 ? null : <span>{index + 1}</span>}
        </span>
        {worst ? (
          <span className="rack-head__problems" title={problems.map(({ message }) => message).join('\n')}>
            <SeverityIcon severity={worst.severity} size={13} />
            {problems.length > 1 ? problems.length : null}
          </span>
        ) : null}
        <span className="ui-visually-hidden">
          {`, ${usedUnits} of ${rack.heightUnits} units taken${describeSupply(facts)}`}
        </span>
      </button>
      <PowerLine rack={rack} index={index} facts={facts} after={props.maxWAfter} />
      <HeatLine rack={rack} index={index} facts={facts} />
      <WeightLine rack={rack} index={index} facts={facts} usedUnits={usedUnits} />
    </div>
  );
}

function describeSupply(facts: RackFacts | null): string {
  if (facts?.supply === 'dark') return ', without power';
  return facts?.supply === 'overloaded' ? ', draws more than its PDUs may deliver' : '';
}

function formatSum(value: number, unknownCount: number, format: (value: number) => string): string {
  return formatPartial({ value, unknownCount }, format);
}

interface LineProps {
  readonly rack: Rack;
  readonly index: number;
  readonly facts: RackFacts | null;
}

function PowerLine({ rack, index, facts, after }: LineProps & { readonly after: number | null }): ReactElement {
  const limitW = rack.powerLimitW;
  const isOver = facts !== null && limitW !== null && facts.maxW > limitW;
  return (
    <div className="rack-head__line">
      {facts && (facts.supply === 'dark' || facts.supply === 'overloaded') ? (
        <span className="rack-head__supply">{facts.supply}</span>
      ) : (
        <span>Power</span>
      )}
      <span className={isOver ? 'view__over' : ''}>
        {facts ? (
          <Explained
            source={`sum/max/rack/${index}/${rack.id}`}
            figure="Power, maximum"
            text={formatSum(facts.maxW, facts.maxUnknown, formatPower)}
            isInRow
          />
        ) : (
          '\u2013'
        )}
        {limitW === null ? '' : ` / ${formatPower(limitW)}`}
      </span>
      {facts && limitW !== null ? (
        <MeterBar
          label="Watts of the limit"
          used={Math.round(facts.maxW)}
          total={limitW}
          warnAt={NEAR_POWER_LIMIT}
          {...(after === null ? {} : { after: Math.round(after) })}
        />
      ) : (
        <div className="rack-head__no-meter" title="No power limit set, so not checked" />
      )}
    </div>
  );
}

/** Heat is power: on the scale of the power limit, or of itself, told apart by where it goes. */
function HeatLine({ rack, index, facts }: LineProps): ReactElement {
  const scaleW = rack.powerLimitW;
  const place = `rack/${index}/${rack.id}`;
  const airW = facts?.airW ?? 0;
  const liquidW = facts?.liquidW ?? 0;
  const openW = facts?.openW ?? 0;
  const total = airW + liquidW + openW;
  const scale = Math.max(scaleW ?? total, total, 1);
  const format = (watts: number): string => formatAtLeast(formatHeat(watts), facts?.maxUnknown ?? 0);
  const words = [
    ...(airW > 0 ? [`${format(airW)} air`] : []),
    ...(liquidW > 0 ? [`${format(liquidW)} liquid`] : []),
    ...(openW > 0 ? [`${format(openW)} either`] : []),
  ];
  const nothing = facts !== null && facts.maxUnknown > 0 ? UNKNOWN : 'none';
  const text = facts === null ? '\u2013' : words.join(' \u00b7 ') || nothing;
  return (
    <div className="rack-head__line">
      <span>Heat</span>
      <span>
        {facts === null ? (
          text
        ) : (
          <Explained
            source={[`sum/air/${place}`, `sum/liquid/${place}`, `sum/open/${place}`]}
            figure="Heat"
            text={text}
            isInRow
          />
        )}
      </span>
      <div className="rack-heat" role="img" aria-label={`Heat: ${text}`}>
        <div data-to="air" style={{ width: `${(100 * airW) / scale}%` }} />
        <div data-to="liquid" style={{ width: `${(100 * liquidW) / scale}%` }} />
        <div data-to="open" style={{ width: `${(100 * openW) / scale}%` }} />
      </div>
    </div>
  );
}

function WeightLine({ rack, index, facts, usedUnits }: LineProps & { readonly usedUnits: number }): ReactElement {
  const catalog = useCatalog();
  const frame = rack.partId === null ? undefined : findPart(catalog, rack.partId, 'rack');
  const limitKg = rack.weightLimitKg ?? frame?.maxLoadKg ?? null;
  const isOver = facts !== null && limitKg !== null && facts.weightKg > limitKg;
  return (
    <div className="rack-head__line rack-head__line--plain">
      <span>
        <Explained
          source={`sum/units/rack/${index}/${rack.id}`}
          figure="Units taken"
          text={`${usedUnits} / ${rack.heightUnits} U`}
          isInRow
        />
      </span>
      <span className={isOver ? 'view__over' : ''}>
        {facts ? (
          <Explained
            source={`sum/weight/rack/${index}/${rack.id}`}
            figure="Weight"
            text={formatSum(facts.weightKg, facts.weightUnknown, formatWeight)}
            isInRow
          />
        ) : (
          '\u2013'
        )}
        {limitKg === null ? '' : ` / ${formatWeight(limitKg)}`}
      </span>
    </div>
  );
}
