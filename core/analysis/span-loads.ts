/** Adds up what lies along straight trays: each load from one place to another, and between any two places the sum of all that pass. */

export interface Load {
  readonly cableCount: number;
  readonly sectionMm2: number;
  readonly unknownCount: number;
}

export interface Span extends Load {
  readonly fromM: number;
  readonly toM: number;
}

/** Places closer than that are one: racks of rows in line, and the noise of the arithmetic. */
const GRID_M = 0.001;

type Change = { -readonly [K in keyof Load]: number };

/** `Key` names a tray. */
export class SpanLoads<Key> {
  /** By tray and place, what begins there less what ends there. */
  private readonly changes = new Map<Key, Map<number, Change>>();

  add(key: Key, fromM: number, toM: number, load: Load): void {
    const from = Math.round(Math.min(fromM, toM) / GRID_M);
    const to = Math.round(Math.max(fromM, toM) / GRID_M);
    if (from === to) return;
    let ofTray = this.changes.get(key);
    if (!ofTray) {
      ofTray = new Map();
      this.changes.set(key, ofTray);
    }
    change(ofTray, from, load, 1);
    change(ofTray, to, load, -1);
  }

  /** By tray, its stretches in order; empty ones are left out. */
  list(): Map<Key, Span[]> {
    const found = new Map<Key, Span[]>();
    for (const [key, ofTray] of this.changes) {
      const spans: Span[] = [];
      const places = [...ofTray.keys()].sort((x, y) => x - y);
      const sum: Change = { cableCount: 0, sectionMm2: 0, unknownCount: 0 };
      places.forEach((place, index) => {
        const { cableCount, sectionMm2, unknownCount } = ofTray.get(place) as Change;
        sum.cableCount += cableCount;
        sum.sectionMm2 += sectionMm2;
        sum.unknownCount += unknownCount;
        const next = places[index + 1];
        if (next !== undefined && sum.cableCount > 0) spans.push({ ...sum, fromM: place * GRID_M, toM: next * GRID_M });
      });
      found.set(key, spans);
    }
    return found;
  }
}

function change(ofTray: Map<number, Change>, place: number, load: Load, sign: 1 | -1): void {
  const known = ofTray.get(place) ?? { cableCount: 0, sectionMm2: 0, unknownCount: 0 };
  known.cableCount += sign * load.cableCount;
  known.sectionMm2 += sign * load.sectionMm2;
  known.unknownCount += sign * load.unknownCount;
  ofTray.set(place, known);
}
