/** The facility in the text report: figures of the report, unknown ones called so. DGX B200: 14.3 kW, 1,550 CFM. */
import { describe, expect, it } from 'vitest';
import { listFacility } from '../../electron/cli/facility-lines.ts';
import { evaluate } from '../support/draw.ts';
import { addFeed, drawRackedServers, drawRows, setSite } from '../support/draw-facility.ts';

describe('facility lines', () => {
  it('name heat, air, energy, rows, feeds and what is dark', () => {
    const design = drawRackedServers('dgx-b200', 2, 2, { pdus: [{ partId: 'ap8886', count: 2, feedId: 'a' }] });
    drawRows(design, [{ rackId: 'rack', firstRack: 0, rackCount: 2 }]);
    addFeed(design, 'a', { ratedKw: 100, isOff: true });
    setSite(design, { pue: 1.2, pricePerKwh: 0.1 });
    const lines = new Map(listFacility(evaluate(design).report.facility));
    expect(lines.get('Heat to air')).toBe('57.2 kW');
    expect(lines.get('Heat to liquid')).toBe('0 kW');
    expect(lines.get('Row Row 1')).toBe('2 racks, typical unknown (DGX B200), maximum 57.2 kW, densest rack 28.6 kW');
    expect(lines.get('Feed a')).toBe('off, 2 racks on it');
    expect(lines.get('Without what is off')).toBe('2 racks with 32 GPUs dark, 0 racks with 0 GPUs overloaded');
    expect(lines.get('Energy a year, typical')).toBe('unknown');
    // 57.2 kW x 8,760 h = 501.072 MWh; x 1.2 = 601.286; at 0.1 USD/kWh 60,129.
    expect(lines.get('Energy a year, at maximum')).toBe(
      '501.1 MWh of IT, 601.3 MWh of the site at a PUE of 1.2, USD 60\u202f129',
    );
  });

  it('say what is not stated', () => {
    const design = drawRackedServers('gb300-nvl72', 1, 1, { cooling: 'hybrid' });
    const lines = new Map(listFacility(evaluate(design).report.facility));
    expect(lines.get('Heat to air')).toBe('0 kW; 142 kW to air or liquid, the share is not stated');
    expect(lines.get('Coolant at 10 C')).toBe('0 to 203.7 L/min');
    expect(lines.get('Energy a year, at maximum')).toMatch(/site unknown without a PUE$/);
  });
});
