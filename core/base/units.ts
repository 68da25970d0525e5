/** Conversions between units of power and heat. */

/** 1 kW in BTU/h (International Table BTU, ISO 31-4: 1 BTU = 1055.05585262 J). */
export const BTU_PER_HOUR_PER_KW = 3412.1416;

/** 1 ton of refrigeration in kW (12,000 BTU/h). */
export const KW_PER_TON = 3.5168528;
