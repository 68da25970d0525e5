/** Who shares the cluster: the tenants that scenarios name, what each holds, and the switches on which they meet. */
import type { Run } from '../base/runs.ts';

export interface TenantReport {
  /** One for each name, in the order of the scenarios. Elsewhere a tenant is its place in this list. */
  readonly tenants: readonly Tenant[];
  /** Groups with GPUs, and others that a tenant holds some of. */
  readonly devices: readonly TenantDevice[];
  /** Of no tenant: servers with GPUs, and their GPUs. */
  readonly free: { readonly serverCount: number; readonly gpuCount: number };
  /** Servers that two tenants claim, or more, and their GPUs; every tenant counts them as its own. */
  readonly claimedTwice: { readonly serverCount: number; readonly gpuCount: number };
  /** Those that servers of tenants are cabled to by ports for traffic. */
  readonly fabrics: readonly TenantFabric[];
}

export interface Tenant {
  readonly name: string;
  /** Those about its servers. */
  readonly scenarioIds: readonly string[];
  /** They do not all name the same servers; all of them together are the tenant's. */
  readonly isVaried: boolean;
  readonly serverCount: number;
  readonly gpuCount: number;
}

export interface TenantDevice {
  readonly deviceId: string;
  readonly memberCount: number;
  readonly gpusPerMember: number;
  /** Members by whose they are; together they are all members. */
  readonly shares: readonly TenantShare[];
}

export interface TenantShare {
  /** In order; none = of no tenant. */
  readonly tenants: readonly number[];
  readonly count: number;
  /** Of members, counted from 0. */
  readonly runs: readonly Run[];
}

export interface TenantFabric {
  readonly fabricId: string;
  readonly name: string;
  readonly technology: string;
  /** First switches on the way from the servers of tenants, by group and by whose traffic they take. */
  readonly switches: readonly TenantSwitches[];
  /** Cables from switches that tenants share to other switches. */
  readonly links: readonly TenantLink[];
}

export interface TenantSwitches {
  readonly deviceId: string;
  readonly tenants: readonly number[];
  readonly count: number;
  /** Lowest of them, counted from 0. */
  readonly first: number;
}

export interface TenantLink {
  readonly linkId: string;
  /** Two or more. */
  readonly tenants: readonly number[];
  readonly connectionCount: number;
}
