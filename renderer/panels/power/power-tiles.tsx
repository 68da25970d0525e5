/** The site in a line of figures: power, heat, air, coolant, and a year of energy. */
import type { ReactElement, ReactNode } from 'react';
import type { Energy, EnergyReport, FacilityReport } from '#core/analysis/facility-report.ts';
import { formatAtLeast, formatHeat, formatNumber, formatPartial, formatPower } from '../../ui/format.ts';
import { formatMoney } from '../../ui/money.ts';
import type { ExplainSource } from '../../store/explain-store.ts';
import { Explained } from '../explained.tsx';
import { formatFlow } from '../physical/facility-facts.tsx';
import { formatEnergy, formatMass } from './quantities.ts';

interface TileProps {
  readonly label: string;
  readonly source: ExplainSource;
  readonly note?: ReactNode;
  readonly text: string;
  readonly isPartial?: boolean;
}

function Tile({ label, source, note, text, isPartial = false }: TileProps): ReactElement {
  return (
    <div className="power-tile" data-testid={`power-tile-${label.toLowerCase().replaceAll(' ', '-')}`}>
      <dt>{label}</dt>
      <dd>
        <Explained source={source} figure={label} text={text} isPartial={isPartial} />
      </dd>
      {note ? <dd className="power-tile__note">{note}</dd> : null}
    </div>
  );
}

export function PowerTiles({ facility }: { readonly facility: FacilityReport }): ReactElement {
  const { site } = facility;
  const { airW, liquidW, openW } = site.heat;
  const { unknownCount } = site.maxW;
  const share = (watts: number): string => formatAtLeast(formatHeat(watts), unknownCount);
  const shares = [
    airW > 0 ? `${share(airW)} to air` : '',
    liquidW > 0 ? `${share(liquidW)} to liquid` : '',
    openW > 0 ? `${share(openW)} to either` : '',
  ].filter((text) => text !== '');
  return (
    <dl className="power-tiles">
      <Tile
        label="Maximum"
        source="power-max"
        note={shares.join(', ')}
        text={formatPartial(site.maxW, formatPower)}
        isPartial={site.maxW.unknownCount > 0}
      />
      <Tile
        label="Typical"
        source="power-typical"
        text={formatPartial(site.typicalW, formatPower)}
        isPartial={site.typicalW.unknownCount > 0}
      />
      <Tile
        label="Airflow"
        source="airflow"
        note={formatFlow(site.airflowCfm, unknownCount, 'CFM')}
        text={formatFlow(site.airflowM3PerHour, unknownCount, 'm³/h')}
        isPartial={unknownCount > 0}
      />
      <Tile
        label="Coolant"
        source="coolant"
        note={site.coolantLpm.most === 0 ? null : `at +${formatNumber(facility.coolantRiseC, 1)} °C`}
        text={site.coolantLpm.most === 0 ? 'none' : formatFlow(site.coolantLpm, unknownCount, 'L/min')}
        isPartial={site.coolantLpm.most > 0 && unknownCount > 0}
      />
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
  const bound = (text: string): string => formatAtLeast(text, own.itKwh.unknownCount);
  const most = (figure: number | null, format: (value: number) => string): string => {
    if (!isTypical || figure === null) return 'at maximum';
    return `max ${formatAtLeast(format(figure), energy.max.itKwh.unknownCount)}`;
  };
  const source = isTypical ? 'energy-typical' : 'energy-max';
  return (
    <>
      <Tile
        label={own.siteKwh === null ? 'IT energy a year' : 'Energy a year'}
        source={source}
        note={most(energy.max.siteKwh ?? energy.max.itKwh.value, formatEnergy)}
        text={formatYear(own)}
      />
      <Tile
        label="Energy cost a year"
        source={source}
        note={missing ?? (energy.pricePerKwh === null ? 'price not set' : most(energy.max.cost, money))}
        text={own.cost === null ? 'unknown' : bound(money(own.cost))}
      />
      <Tile
        label="CO₂ a year"
        source={source}
        note={missing ?? (energy.gridCo2KgPerKwh === null ? 'grid factor not set' : most(energy.max.co2Kg, formatMass))}
        text={own.co2Kg === null ? 'unknown' : bound(formatMass(own.co2Kg))}
      />
    </>
  );
}

function formatYear({ itKwh, siteKwh }: Energy): string {
  return formatPartial(siteKwh === null ? itKwh : { ...itKwh, value: siteKwh }, formatEnergy);
}
