/** Aisles between rows, from the side each row takes its air in: cold where racks breathe in, hot where they breathe out. */
import type { FloorPlan, PlanRow } from './floor-plan.ts';

export type AisleKind =
  | 'cold'
  | 'hot'
  /** One row breathes in what the other breathes out. */
  | 'mixed';

export interface Aisle {
  readonly kind: AisleKind;
  readonly xM: number;
  readonly yM: number;
  readonly widthM: number;
  readonly depthM: number;
  /** Rows to the north and to the south of it; null = none. */
  readonly northRowId: string | null;
  readonly southRowId: string | null;
}

/** Depth shown where no other row ends an aisle: a usual cold aisle of two floor tiles of 0.6 m. */
const OPEN_DEPTH_M = 1.2;
/** Rows farther apart do not share an aisle. */
const SHARED_DEPTH_M = 6;

type AirSide = 'cold' | 'hot';

function sideOf({ row }: PlanRow, side: 'north' | 'south'): AirSide {
  return row.facing === side ? 'cold' : 'hot';
}

function overlapM(a: PlanRow, b: PlanRow): number {
  return Math.min(a.xM + a.lengthM, b.xM + b.lengthM) - Math.max(a.xM, b.xM);
}

/** The nearest row to the south that lies at least partly below, in the same room. */
function findSouth(rows: readonly PlanRow[], of: PlanRow): PlanRow | null {
  let best: PlanRow | null = null;
  for (const other of rows) {
    if (other.room.id !== of.room.id || other.yM < of.yM + of.row.depthM || overlapM(other, of) <= 0) continue;
    if (best === null || other.yM < best.yM) best = other;
  }
  return best;
}

/** Aisles from north to south, row by row. */
export function listAisles(plan: FloorPlan): Aisle[] {
  const aisles: Aisle[] = [];
  const hasNorth = new Set<string>();
  const ordered = plan.rows.toSorted((a, b) => a.yM - b.yM || a.xM - b.xM);
  for (const north of ordered) {
    const fromM = north.yM + north.row.depthM;
    const south = findSouth(ordered, north);
    if (!south || south.yM - fromM > SHARED_DEPTH_M) {
      aisles.push(openAisle(north, 'south', fromM));
      continue;
    }
    hasNorth.add(south.row.id);
    const depthM = south.yM - fromM;
    if (depthM < 0.1) continue;
    const above = sideOf(north, 'south');
    const below = sideOf(south, 'north');
    const xM = Math.max(north.xM, south.xM);
    aisles.push({
      kind: above === below ? above : 'mixed',
      xM,
      yM: fromM,
      widthM: overlapM(north, south),
      depthM,
      northRowId: north.row.id,
      southRowId: south.row.id,
    });
  }
  for (const row of ordered) {
    if (!hasNorth.has(row.row.id)) aisles.push(openAisle(row, 'north', row.yM - OPEN_DEPTH_M));
  }
  return aisles;
}

function openAisle(row: PlanRow, side: 'north' | 'south', yM: number): Aisle {
  return {
    kind: sideOf(row, side),
    xM: row.xM,
    yM,
    widthM: row.lengthM,
    depthM: OPEN_DEPTH_M,
    northRowId: side === 'south' ? row.row.id : null,
    southRowId: side === 'north' ? row.row.id : null,
  };
}
