/**
 * Which plugs a cage takes besides its own kind. The ports of older pluggables fit newer cages of the same family;
 * OSFP takes neither QSFP nor the other OSFP generation. Table as of 2026-11-21, gathered from the NetBox interface types
 * (github.com/netbox-community/netbox, netbox/dcim/choices.py), SONiC platform files and NVIDIA's cable manuals
 * (docs.nvidia.com/networking).
 */
const BACKWARD_ACCEPTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['SFP28', ['SFP+']],
  ['SFP-DD', ['SFP28', 'SFP+']],
  ['QSFP56', ['QSFP28']],
  ['QSFP112', ['QSFP56', 'QSFP28']],
  ['QSFP-DD', ['QSFP56', 'QSFP28']],
  ['QSFP-DD800', ['QSFP-DD', 'QSFP112', 'QSFP56', 'QSFP28']],
]);

/** Twisted-pair jack: takes a patch cord, no module. */
export const RJ45 = 'RJ45';

/** Front-panel fibre of co-packaged optics: no cage, takes neither module nor direct-attach cable. */
export const CO_PACKAGED = 'MPO-CPO';

/** Whether a plug sold in these form factors goes into the cage. */
export function fitsFormFactor(plugFormFactors: readonly string[], cageFormFactor: string): boolean {
  const older = BACKWARD_ACCEPTS.get(cageFormFactor) ?? [];
  return plugFormFactors.some((formFactor) => formFactor === cageFormFactor || older.includes(formFactor));
}

/** Only OSFP cages come in a finned and a flat kind that exclude each other; elsewhere the heat sink is part of the cage. */
export function hasHeatSinkKinds(cageFormFactor: string): boolean {
  return cageFormFactor.startsWith('OSFP');
}
