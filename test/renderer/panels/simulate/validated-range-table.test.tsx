import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { VALIDATED_CLASSES } from '#core/sim/validated-range.ts';
import { ValidatedRangeTable } from '../../../../renderer/panels/simulate/validated-range-table.tsx';

describe('the table of the validated range', () => {
  it('shows every class once, and says where nothing was measured', () => {
    render(<ValidatedRangeTable />);
    const cells = within(screen.getByRole('table')).getAllByText(/%/);
    expect(cells).toHaveLength(VALIDATED_CLASSES.length);
    const first = VALIDATED_CLASSES[0];
    expect(cells[0]?.textContent).toBe(`${first?.medianPercent} / ${first?.p90Percent}\u202f% (${first?.pointCount})`);
    expect(screen.getAllByText('none').length).toBeGreaterThan(0);
  });
});
