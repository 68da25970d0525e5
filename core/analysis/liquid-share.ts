/** Which share of a device's heat goes into liquid, as far as anybody states it. */
import type { DevicePart } from '../catalog/part.ts';

/**
 * 0 = all into the air, 1 = all into liquid, null = not known. Cold plates (`direct liquid`) and hybrids leave a part of the heat
 * to the air that depends on the product: the part's own text, else `stated`, the site's figure for such parts. A device whose
 * cooling nobody states gives its heat to the air where its rack has nothing else.
 */
export function getLiquidShare(
  part: DevicePart | undefined,
  rackCooling: string | null,
  stated: number | null,
): number | null {
  const cooling = part?.cooling ?? null;
  if (cooling === null) return rackCooling === 'air' ? 0 : null;
  if (!/liquid/.test(cooling)) return 0;
  const percent = /liquid (\d+(?:\.\d+)?) ?%/.exec(cooling)?.[1];
  if (percent !== undefined) return Number(percent) / 100;
  if (cooling === 'liquid' || /fanless/.test(cooling)) return 1;
  return stated;
}
