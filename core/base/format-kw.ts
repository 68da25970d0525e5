/** Power in sentences, in kW. */
import { formatCount } from './format-count.ts';

/** A tenth at most: 14.3, 30. */
export function formatKw(watts: number): string {
  const [whole, tenth] = (watts / 1000).toFixed(1).split('.');
  return `${formatCount(Number(whole))}${tenth === '0' ? '' : `.${tenth}`}`;
}

/** What something draws at its maximum: `up to 14.3 kW`; `at least 14.3 kW` while some of it is not known. */
export function formatMaxKw(watts: number, unknownCount: number): string {
  return `${unknownCount > 0 ? 'at least' : 'up to'} ${formatKw(watts)} kW`;
}
