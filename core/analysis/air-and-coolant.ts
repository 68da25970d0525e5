/** How much air or water carries heat away at a given rise, by Q = volume flow x density x specific heat x rise. */

/** Air near sea level: 1.2 kg/m3 and 1.005 kJ/(kg K), so 10.2 kW at 15 C take 0.564 m3/s. */
export const AIR_KJ_PER_M3_K = 1.2 * 1.005;

/** Water: 0.998 kg/L and 4.18 kJ/(kg K), by the minute; a mixture with glycol carries less. */
export const WATER_KW_PER_LPM_K = 0.0697;

const SECONDS_PER_HOUR = 3600;

/** 1 m3/h in cubic feet a minute: (1 m / 0.3048 m)^3 / 60. With the figures above, 1.76 CFM per W and C. */
export const CFM_PER_M3_PER_HOUR = 0.3048 ** -3 / 60;

export function computeAirflowM3PerHour(heatW: number, riseC: number): number {
  return (heatW / 1000 / (AIR_KJ_PER_M3_K * riseC)) * SECONDS_PER_HOUR;
}

export function computeCoolantLpm(heatW: number, riseC: number): number {
  return heatW / 1000 / (WATER_KW_PER_LPM_K * riseC);
}
