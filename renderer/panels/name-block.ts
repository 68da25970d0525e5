/** What a block of ports is called beside the others of its device. */
import type { PortUse } from '#core/analysis/report.ts';
import { formatBlockRole } from './labels.ts';

/** `Compute`; with what it takes where the device has several blocks for the same: `Mgmt, RJ45`. */
export function nameBlock({ deviceId, blockId, role, formFactor }: PortUse, ports: readonly PortUse[]): string {
  const name = formatBlockRole(role);
  const others = ports.filter((use) => use.deviceId === deviceId && use.role === role && use.blockId !== blockId);
  if (others.length === 0) return name;
  const isTold = formFactor !== null && others.every((use) => use.formFactor !== formFactor);
  return `${name}, ${isTold ? formFactor : blockId}`;
}
