/** Tenants by name, in sentences. */
import type { TenantReport } from '../../tenant-report.ts';

export function nameTenants({ tenants }: TenantReport, indexes: readonly number[]): string[] {
  return indexes.map((index) => tenants[index]?.name ?? '');
}
