/** What the figures of the site rest on, in one line; the inspector of the design changes it. */
import type { ReactElement } from 'react';
import { DEFAULT_SITE } from '#core/design/facilities.ts';
import { useDesignStore } from '../../store/design-store.ts';
import { clearSelection } from '../../store/view-store.ts';
import { formatPercent } from '../../ui/format.ts';

export function SiteRates({ currency }: { readonly currency: string }): ReactElement {
  const site = useDesignStore((state) => state.edit.design.site ?? DEFAULT_SITE);
  const liquidShare = site.liquidShare ?? null;
  const rates = [
    site.pue === null ? 'PUE not set' : `PUE ${site.pue}`,
    site.pricePerKwh === null ? 'price of energy not set' : `${site.pricePerKwh} ${currency}/kWh`,
    site.gridCo2KgPerKwh === null ? 'CO₂ of the grid not set' : `${site.gridCo2KgPerKwh} kg CO₂/kWh`,
    `air +${site.airRiseC} °C`,
    `coolant +${site.coolantRiseC} °C`,
    ...(liquidShare === null ? [] : [`liquid share ${formatPercent(liquidShare)}`]),
  ];
  return (
    <div className="power-site">
      <span>{rates.join(' · ')}</span>
      <button type="button" className="power-site__change" onClick={clearSelection}>
        Site in the inspector
      </button>
    </div>
  );
}
