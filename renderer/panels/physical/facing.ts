/** Words for the side that the racks of a row face. */
import type { SelectOption } from '../../ui/select.tsx';

export const FACING_OPTIONS: readonly SelectOption[] = [
  { value: 'north', label: 'North', note: 'Cold aisle to the north' },
  { value: 'south', label: 'South', note: 'Cold aisle to the south' },
];
