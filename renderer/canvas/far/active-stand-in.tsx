/**
 * The item the keyboard is on while no node shows it: screen readers are told of it by an element, and the bitmap has none.
 */
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { useCatalog } from '../../store/design-store.ts';
import type { ReportIndex } from '../index-report.ts';
import { toItemId } from '../item-state.ts';
import { projectNodes } from '../project-nodes.ts';

interface ActiveStandInProps {
  readonly active: string | null;
  readonly design: Design;
  readonly index: ReportIndex;
  readonly mounted: ReadonlySet<string> | null;
}

export function ActiveStandIn({ active, design, index, mounted }: ActiveStandInProps) {
  const catalog = useCatalog();
  if (active === null || mounted === null || mounted.has(active)) return null;
  const label = describe(active, design, catalog, index);
  if (label === null) return null;
  return <div id={toItemId(active)} className="ui-visually-hidden" role="group" aria-label={label} />;
}

function describe(active: string, design: Design, catalog: Catalog, index: ReportIndex): string | null {
  return projectNodes(design, catalog, index, [], new Set([active])).at(-1)?.data.label ?? null;
}
