/** Airflow as the maker of a device publishes it. */
import type { PublishedAirflow } from '../facility-report.ts';
import type { Explanation } from './explanation.ts';

export function explainPublishedAirflow(row: PublishedAirflow): Explanation {
  const { deviceId, deviceName, model, systemCount, cfm, memberCount, totalCfm, basis, sourceUrl } = row;
  return {
    title: `Published airflow of ${deviceName}`,
    formula: 'T = n × c / k',
    values: [
      { symbol: 'T', value: totalCfm, unit: 'CFM', meaning: 'all systems that the figure speaks for' },
      { symbol: 'n', value: memberCount, unit: 'systems', meaning: deviceName },
      { symbol: 'c', value: cfm, unit: 'CFM', meaning: `${model}: ${basis}` },
      { symbol: 'k', value: systemCount, unit: 'systems', meaning: 'that figure is for' },
    ],
    counted: [{ label: deviceName, refs: [{ kind: 'device', id: deviceId }], count: memberCount }],
    sources: [{ label: `${model}: ${basis}`, url: sourceUrl, confidence: 'vendor', asOf: '' }],
    caveats: [],
  };
}
