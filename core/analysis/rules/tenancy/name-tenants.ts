/** Tenants by name, in sentences. */
import type { TenantReport } from '../../tenant-report.ts';

export function nameTenants({ tenants }: TenantReport, indexes: readonly number[]): string[] {
  return indexes.map((index) => tenants[index]?.name ?? '');
}

/** `A, B and C`. */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
