/** The site in a line of figures: power, heat, air, coolant, and a year of energy. */
import type { ReactElement, ReactNode } from 'react';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { Energy, EnergyReport, FacilityReport } from '#core/analysis/facility-report.ts';
import { Figure } from '../../ui/figure.tsx';
import { formatNumber, formatPartial, formatHeat, formatPower } from '../../ui/format.ts';
import { formatMoney } from '../../ui/money.ts';
import { ExplainButton } from '../explain-button.tsx';
import { formatFlow } from '../physical/facility-facts.tsx';
import { formatEnergy, formatMass } from './quantities.ts';

interface TileProps {
  readonly label: string;
  readonly metricId?: MetricId;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

function Tile({ label, metricId, note, children }: TileProps): ReactElement {
  return (
    <div className="power-tile" data-testid={`power-tile-${label.toLowerCase().replaceAll(' ', '-')}`}>
      <dt>
        {label}
        {metricId ? <ExplainButton metricId={metricId} figure={label} /> : null}
      </dt>
      <dd>{children}</dd>
      {note ? <dd className="power-tile__note">{note}</dd> : null}
    </div>
  );
}

export function PowerTiles({ facility }: { readonly facility: FacilityReport }): ReactElement {
  const { site } = facility;
  const { airW, liquidW, openW } = site.heat;
  const shares = [
    airW > 0 ? `${formatHeat(airW)} to air` : '',
    liquidW > 0 ? `${formatHeat(liquidW)} to liquid` : '',
    openW > 0 ? `${formatHeat(openW)} to either` : '',
  ].filter((text) => text !== '');
  return (
    <dl className="power-tiles">
      <Tile label="Maximum" metricId="power-max" note={shares.join(', ')}>
        <Figure sum={site.maxW} format={formatPower} />
      </Tile>
      <Tile label="Typical" metricId="power-typical">
        <Figure sum={site.typicalW} format={formatPower} />
      </Tile>
      <Tile label="Airflow" metricId="airflow" note={formatFlow(site.airflowCfm, 'CFM')}>
        {formatFlow(site.airflowM3PerHour, 'm³/h')}
      </Tile>
      <Tile
        label="Coolant"
        metricId="coolant"
        note={site.coolantLpm.most === 0 ? null : `at +${formatNumber(facility.coolantRiseC, 1)} °C`}
      >
        {site.coolantLpm.most === 0 ? 'none' : formatFlow(site.coolantLpm, 'L/min')}
      </Tile>
      <EnergyTiles energy={facility.energy} />
    </dl>
  );
}

/** Typical where anything typical is known; the maximum is the most it can be. */
function EnergyTiles({ energy }: { readonly energy: EnergyReport }): ReactElement {
  const isTypical = energy.typical.itKwh.value > 0;
  const own = isTypical ? energy.typical : energy.max;
  const missing = energy.pue === null ? 'PUE not set' : null;
  const money = (amount: number): string => formatMoney({ low: amount, high: amount }, energy.currency);
  const bound = (text: string): string => (own.itKwh.unknownCount > 0 ? `≥ ${text}` : text);
  const most = (figure: number | null, format: (value: number) => string): string => {
    if (!isTypical || figure === null) return 'at maximum';
    return `max ${energy.max.itKwh.unknownCount > 0 ? '≥ ' : ''}${format(figure)}`;
  };
  return (
    <>
      <Tile
        label={own.siteKwh === null ? 'IT energy a year' : 'Energy a year'}
        metricId={isTypical ? 'energy-typical' : 'energy-max'}
        note={most(energy.max.siteKwh ?? energy.max.itKwh.value, formatEnergy)}
      >
        {formatYear(own)}
      </Tile>
      <Tile
        label="Energy cost a year"
        note={missing ?? (energy.pricePerKwh === null ? 'price not set' : most(energy.max.cost, money))}
      >
        {own.cost === null ? 'unknown' : bound(money(own.cost))}
      </Tile>
      <Tile
        label="CO₂ a year"
        note={missing ?? (energy.gridCo2KgPerKwh === null ? 'grid factor not set' : most(energy.max.co2Kg, formatMass))}
      >
        {own.co2Kg === null ? 'unknown' : bound(formatMass(own.co2Kg))}
      </Tile>
    </>
  );
}

function formatYear({ itKwh, siteKwh }: Energy): string {
  return formatPartial(siteKwh === null ? itKwh : { ...itKwh, value: siteKwh }, formatEnergy);
}
