/** How a tenant is made, where there is none yet, and the ways to make and change one. */
import type { ReactElement } from 'react';
import { useDesignStore } from '../../store/design-store.ts';
import { canMakeTenant, makeTenant } from '../../store/make-tenant.ts';
import { useReportStore } from '../../store/report-store.ts';
import { setView, useViewStore } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';

export function TenantTools(): ReactElement {
  const hasTenants = useReportStore((state) => state.report?.tenants !== undefined);
  // Both stores decide it.
  useDesignStore((state) => state.edit.design);
  const canMake = useViewStore(() => canMakeTenant());
  return (
    <>
      {hasTenants ? null : (
        <p data-testid="no-tenants">
          No tenants yet. A tenant is the servers that a scenario names: in Simulate, under GPUs, take Chosen servers.
          Or select servers, racks or units here and make a tenant of them.
        </p>
      )}
      <div className="cv-legend-run cv-legend-tenants">
        <Button onClick={makeTenant} disabled={!canMake} data-testid="make-tenant">
          Make a tenant
        </Button>
        <Button onClick={() => setView('simulate')}>{hasTenants ? 'Change' : 'Choose servers'}</Button>
      </div>
    </>
  );
}
