/** Who shares the cluster, for menus and the command list. */
import type { Action } from '../store/action-registry.ts';
import { canMakeTenant, makeTenant } from '../store/make-tenant.ts';

export const tenantActions: readonly Action[] = [
  {
    id: 'make-tenant',
    label: 'Make a tenant of the selection',
    shortcut: null,
    enabled: canMakeTenant,
    run: makeTenant,
  },
];
