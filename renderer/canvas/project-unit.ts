/** Scalable units to nodes of the canvas: a frame behind their members, or a tile that sums up what it hides. Pure. */
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { countUnits, NO_COUNTS, type UnitCounts } from '#core/design/unit-contents.ts';
import type { Unit } from '#core/design/unit.ts';
import { parseCanvasId, toCanvasId } from './canvas-id.ts';
import type { UnitNode } from './canvas-node.ts';
import { describeUnit } from './describe-node.ts';
import type { ReportIndex } from './index-report.ts';
import { nodeSize, neutralWrapper } from './node-frame.ts';
import type { UnitBox } from './unit-layout.ts';

let known: { readonly design: Design; readonly catalog: Catalog; readonly counts: Map<string, UnitCounts> } | null =
  null;

/** Counted once a design, however often the view moves over it. */
function readCounts(design: Design, catalog: Catalog): Map<string, UnitCounts> {
  if (known?.design !== design || known.catalog !== catalog) {
    known = { design, catalog, counts: countUnits(design, catalog) };
  }
  return known.counts;
}

export function createUnitProjector(
  design: Design,
  catalog: Catalog,
  report: ReportIndex,
): (drawn: UnitBox) => UnitNode | null {
  return (drawn) => {
    const unit = findRecord(design.units ?? {}, drawn.unitId);
    if (!unit) return null;
    return projectUnit(design, unit, drawn, readCounts(design, catalog).get(unit.id) ?? NO_COUNTS, report);
  };
}

function projectUnit(design: Design, unit: Unit, drawn: UnitBox, counts: UnitCounts, report: ReportIndex): UnitNode {
  const { box, isCollapsed } = drawn;
  // What an open unit holds shows its own problems.
  const hidden = drawn.hidden.map(parseCanvasId);
  const data = {
    unitId: unit.id,
    name: unit.name,
    isCollapsed,
    isLocked: isUnitLocked(design, unit),
    counts,
    brokenCount: hidden.reduce((sum, { kind, id }) => sum + (kind === 'device' ? report.brokenMembers(id) : 0), 0),
    problems: report.problemsOfAll(hidden),
  };
  return {
    id: toCanvasId('unit', unit.id),
    type: 'unit',
    position: { x: box.x, y: box.y },
    ...nodeSize(box.width, box.height),
    draggable: !data.isLocked,
    data: { ...data, label: describeUnit(data) },
    // The frame lies under links and members, and leaves what is pressed between them to the plane.
    ...(isCollapsed ? {} : { zIndex: -1, className: 'cv-frame-node', style: { pointerEvents: 'none' as const } }),
    ...neutralWrapper,
  };
}

/** One locked member holds the whole unit: it moves as one or not at all. */
function isUnitLocked({ devices, racks }: Design, unit: Unit): boolean {
  return unit.members.some(({ kind, id }) => (kind === 'device' ? devices[id] : racks[id])?.locked === true);
}
