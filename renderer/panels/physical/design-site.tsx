/** Rates and conditions of the site: what energy, cost, carbon, airflow and coolant are reckoned with. */
import type { ReactElement } from 'react';
import type { EnergyReport } from '#core/analysis/facility-report.ts';
import { DEFAULT_SITE, type Site } from '#core/design/facilities.ts';
import { DEFAULT_PRICE_BOOK } from '#core/design/price-book.ts';
import { dispatch, selectDesign, useDesignStore } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { Figure } from '../../ui/figure.tsx';
import { formatNumber } from '../../ui/format.ts';
import { formatMoney } from '../../ui/money.ts';
import { FactList, Section } from '../../ui/section.tsx';
import { QuantityField } from './quantity-field.tsx';

function edit(patch: Partial<Site>): void {
  dispatch({ name: 'editSite', args: { patch } });
}

export function DesignSite(): ReactElement {
  const { site = DEFAULT_SITE, priceBook = DEFAULT_PRICE_BOOK } = useDesignStore(selectDesign);
  const energy = useReportStore((state) => state.report?.facility.energy);
  const notKnown = 'not known';
  return (
    <Section title="Site">
      <QuantityField
        label="PUE"
        decimals={3}
        step={0.05}
        min={1}
        max={10}
        value={site.pue}
        placeholder={notKnown}
        onCommit={(pue) => edit({ pue })}
        onClear={() => edit({ pue: null })}
      />
      <QuantityField
        label="Energy price"
        unit={`${priceBook.currency}/kWh`}
        decimals={5}
        step={0.01}
        min={0}
        value={site.pricePerKwh}
        placeholder={notKnown}
        onCommit={(pricePerKwh) => edit({ pricePerKwh })}
        onClear={() => edit({ pricePerKwh: null })}
      />
      <QuantityField
        label="Grid carbon"
        unit="kg/kWh"
        decimals={4}
        step={0.05}
        min={0}
        value={site.gridCo2KgPerKwh}
        placeholder={notKnown}
        onCommit={(gridCo2KgPerKwh) => edit({ gridCo2KgPerKwh })}
        onClear={() => edit({ gridCo2KgPerKwh: null })}
      />
      <QuantityField
        label="Air rise"
        unit={'\u00b0C'}
        decimals={1}
        min={0.1}
        max={60}
        value={site.airRiseC}
        onCommit={(airRiseC) => edit({ airRiseC })}
      />
      <QuantityField
        label="Coolant rise"
        unit={'\u00b0C'}
        decimals={1}
        min={0.1}
        max={60}
        value={site.coolantRiseC}
        onCommit={(coolantRiseC) => edit({ coolantRiseC })}
      />
      <QuantityField
        label="Liquid share"
        unit="%"
        decimals={1}
        min={0}
        max={100}
        value={typeof site.liquidShare === 'number' ? site.liquidShare * 100 : null}
        placeholder={notKnown}
        hint="Of the heat of liquid-cooled devices whose part does not state it."
        onCommit={(percent) => edit({ liquidShare: percent / 100 })}
        onClear={() => edit({ liquidShare: null })}
      />
      {energy ? <YearlyEnergy energy={energy} /> : null}
    </Section>
  );
}

const MWH = (kwh: number): string => `${formatNumber(kwh / 1000)} MWh`;

/** At typical power all year round; what a missing rate leaves open is not shown as a figure. */
function YearlyEnergy({ energy }: { readonly energy: EnergyReport }): ReactElement | null {
  const { itKwh, siteKwh, cost, co2Kg } = energy.typical;
  if (itKwh.value === 0) return null;
  return (
    <FactList
      facts={[
        ['IT energy a year', <Figure key="it" sum={itKwh} format={MWH} />],
        ['Site energy a year', siteKwh === null ? 'needs the PUE' : MWH(siteKwh)],
        ['Cost a year', cost === null ? 'needs PUE, price' : formatMoney({ low: cost, high: cost }, energy.currency)],
        ['CO\u2082 a year', co2Kg === null ? 'needs PUE, carbon' : `${formatNumber(co2Kg / 1000)} t`],
      ]}
    />
  );
}
