/** Trays and what lies on them: where they run, how full they are, and the cables of the selection. */
import type { TrayLoad, TrayReport, TraySegment } from '#core/analysis/cabling-report.ts';
import type { RunStretch } from '#core/analysis/floor-runs.ts';
import { formatCount, formatPercent } from '../../ui/format.ts';
import { keepClearOfTrays } from './clear-of-trays.ts';
import { type Drawing, drawPlate, setFont, toBox } from './drawing.ts';
import type { FloorToken } from './floor-palette.ts';

function strokeLine(drawing: Drawing, x1M: number, y1M: number, x2M: number, y2M: number, asidePx = 0): boolean {
  const { context, camera } = drawing;
  const x = Math.min(x1M, x2M);
  const y = Math.min(y1M, y2M);
  if (!toBox(drawing, x, y, Math.abs(x2M - x1M), Math.abs(y2M - y1M))) return false;
  const isUpright = x1M === x2M;
  const dx = isUpright ? asidePx : 0;
  const dy = isUpright ? 0 : asidePx;
  context.beginPath();
  context.moveTo((x1M - camera.xM) * camera.scale + dx, (y1M - camera.yM) * camera.scale + dy);
  context.lineTo((x2M - camera.xM) * camera.scale + dx, (y2M - camera.yM) * camera.scale + dy);
  context.stroke();
  return true;
}

/** On either side of a line, so that it stands out from whatever colour racks have below it. */
const HALO_PX = 1.75;
/** From there on trays lie so close that lines that keep their width would cover the floor. */
const FAR_SCALE = 4;

/** The bare trays: dashed over rows, drawn through across them. */
export function drawTrays(drawing: Drawing): void {
  const { context, camera, palette, scene } = drawing;
  const isFar = camera.scale < FAR_SCALE;
  const widthOf = (kind: 'row' | 'cross'): number => (kind === 'cross' ? 3 : 1.25);
  if (!isFar) {
    context.strokeStyle = palette.colours['surface-1'];
    for (const tray of scene.trays) {
      context.lineWidth = widthOf(tray.kind) + 2 * HALO_PX;
      strokeLine(drawing, tray.x1M, tray.y1M, tray.x2M, tray.y2M);
    }
  }
  context.strokeStyle = palette.colours['text-3'];
  context.globalAlpha = isFar ? 0.35 : 1;
  for (const tray of scene.trays) {
    context.lineWidth = widthOf(tray.kind);
    context.setLineDash(tray.kind === 'cross' ? [] : [6, 4]);
    strokeLine(drawing, tray.x1M, tray.y1M, tray.x2M, tray.y2M);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
  if (scene.trayReport === null || scene.runs !== null) return;
  drawTrayLoads(drawing, scene.trayReport);
}

/** Shares of the limit from which a tray is drawn heavier. */
const FILL_LOOKS: readonly { readonly upTo: number; readonly token: FloorToken; readonly width: number }[] = [
  { upTo: 0.25, token: 'heat-1', width: 1.5 },
  { upTo: 0.5, token: 'heat-2', width: 2.5 },
  { upTo: 1, token: 'heat-3', width: 3.5 },
  { upTo: Number.POSITIVE_INFINITY, token: 'danger-fill', width: 5 },
];

/** One path for all stretches of a look: a floor has thousands of them. */
function drawTrayLoads(drawing: Drawing, { trays, fillLimit }: TrayReport): void {
  const { context, camera, palette } = drawing;
  const paths = FILL_LOOKS.map(() => new Path2D());
  for (const tray of trays) {
    if (!isTrayInSight(drawing, tray)) continue;
    for (const segment of tray.segments) {
      const look = FILL_LOOKS.findIndex(({ upTo }) => segment.fill / fillLimit <= upTo);
      addSegment(drawing, paths[look] as Path2D, tray, segment);
    }
  }
  for (const isHalo of camera.scale < FAR_SCALE ? [false] : [true, false]) {
    for (const [index, look] of FILL_LOOKS.entries()) {
      context.strokeStyle = palette.colours[isHalo ? 'surface-1' : look.token];
      context.lineWidth = isHalo ? look.width + 2 * HALO_PX : look.width * (camera.scale < FAR_SCALE ? 0.5 : 1);
      context.stroke(paths[index] as Path2D);
    }
  }
}

const NAMED_SCALE = 22;

/** How full the fullest stretch of each tray is, where there is room to write it. */
export function nameTrays(drawing: Drawing): void {
  const { camera, scene } = drawing;
  if (scene.trayReport === null || scene.runs !== null || camera.scale < NAMED_SCALE) return;
  for (const [index, tray] of scene.trayReport.trays.entries()) {
    if (isTrayInSight(drawing, tray)) nameFullest(drawing, tray, index, scene.trayReport.fillLimit);
  }
}

function isTrayInSight({ camera, size }: Drawing, tray: TrayLoad): boolean {
  const isRow = tray.kind === 'row';
  const at = (tray.atM - (isRow ? camera.yM : camera.xM)) * camera.scale;
  return at > -20 && at < (isRow ? size.height : size.width) + 20;
}

function addSegment({ camera }: Drawing, path: Path2D, tray: TrayLoad, { fromM, toM }: TraySegment): void {
  const isRow = tray.kind === 'row';
  const at = (tray.atM - (isRow ? camera.yM : camera.xM)) * camera.scale;
  const from = (fromM - (isRow ? camera.xM : camera.yM)) * camera.scale;
  const to = (toM - (isRow ? camera.xM : camera.yM)) * camera.scale;
  path.moveTo(isRow ? from : at, isRow ? at : from);
  path.lineTo(isRow ? to : at, isRow ? at : to);
}

const FILL_PX = 10;

/** From the middle of a row into the aisle before it, past the line of a cooling zone: its racks stay in sight. */
function findAsidePx({ camera, scene }: Drawing, atM: number): number {
  const under = scene.plan.rows.find(({ row, yM }) => Math.abs(yM + row.depthM / 2 - atM) < row.depthM / 2);
  return ((under?.row.depthM ?? 0) / 2) * camera.scale + ASIDE_PX;
}

const ASIDE_PX = 20;

function nameFullest(drawing: Drawing, tray: TrayLoad, index: number, limit: number): void {
  const { camera, palette } = drawing;
  const fullest = tray.segments[tray.fullestIndex];
  if (!fullest || (tray.kind === 'crossing' && fullest.fill <= limit)) return;
  const middleM = (fullest.fromM + fullest.toM) / 2;
  const [xM, yM] = tray.kind === 'row' ? [middleM, tray.atM] : [tray.atM, middleM];
  const full = formatPercent(fullest.fill);
  const text = fullest.fill > limit ? `${full} full: over the limit` : `${full} full`;
  setFont(drawing, FILL_PX, 600);
  const width = drawing.context.measureText(text).width + 8;
  const y = (yM - camera.yM) * camera.scale - (tray.kind === 'row' ? findAsidePx(drawing, tray.atM) : 0);
  const middle = (xM - camera.xM) * camera.scale;
  const left =
    tray.kind === 'row'
      ? keepClearOfTrays(drawing, { left: middle - width / 2, width, y, least: Number.NEGATIVE_INFINITY })
      : middle - width / 2;
  const plate = drawPlate(drawing, text, left + width / 2, y, FILL_PX, palette);
  if (plate) drawing.figures.push({ ...plate, source: `tray/fill/${index}`, name: 'Tray' });
}

const RUN_GAP_PX = 4;

/** How far aside a fabric's cables are drawn, so that fabrics lie side by side. */
function createAside(stretches: readonly RunStretch[]): (stretch: RunStretch) => number {
  const fabrics = [...new Set(stretches.map(({ fabricId }) => fabricId))].toSorted();
  return ({ fabricId }) => (fabrics.indexOf(fabricId) - (fabrics.length - 1) / 2) * RUN_GAP_PX;
}

/** Cables of the selection by fabric, side by side; thicker where there are more. */
export function drawRuns(drawing: Drawing): void {
  const { context, camera, palette, scene } = drawing;
  if (scene.runs === null) return;
  const asideOf = createAside(scene.runs.stretches);
  // From afar stretches lie close: lines that keep their width would cover the floor.
  const thinness = Math.min(1, Math.max(0.25, camera.scale / 28));
  context.lineCap = 'round';
  for (const isHalo of [true, false]) {
    for (const stretch of scene.runs.stretches) {
      const width = (1.5 + Math.min(6, Math.log2(stretch.cableCount + 1) * 0.7)) * thinness;
      context.lineWidth = isHalo ? width + 2.5 * thinness : width;
      context.strokeStyle = palette.colours[isHalo ? 'surface-1' : scene.fabricToken(stretch.fabricId)];
      strokeLine(drawing, stretch.x1M, stretch.y1M, stretch.x2M, stretch.y2M, asideOf(stretch));
    }
  }
  context.lineCap = 'butt';
}

const LEAST_LABEL_PX = 64;
/** Names closer than this to one already drawn are left out. */
const LABEL_GAP_PX = 30;

/** `64 cables` on the longer stretches, the longest first. */
export function countRuns(drawing: Drawing): void {
  const { camera, palette, scene } = drawing;
  if (scene.runs === null) return;
  const asideOf = createAside(scene.runs.stretches);
  const lengthPx = ({ x1M, y1M, x2M, y2M }: RunStretch): number => Math.hypot(x2M - x1M, y2M - y1M) * camera.scale;
  const drawn: { x: number; y: number }[] = [];
  const long = scene.runs.stretches.filter((stretch) => lengthPx(stretch) >= LEAST_LABEL_PX);
  for (const stretch of long.toSorted((a, b) => lengthPx(b) - lengthPx(a))) {
    const { x1M, y1M, x2M, y2M, cableCount } = stretch;
    const isUpright = x1M === x2M;
    const x = ((x1M + x2M) / 2 - camera.xM) * camera.scale + (isUpright ? asideOf(stretch) : 0);
    const y = ((y1M + y2M) / 2 - camera.yM) * camera.scale + (isUpright ? 0 : asideOf(stretch));
    if (drawn.some((other) => Math.abs(other.x - x) < LABEL_GAP_PX * 2 && Math.abs(other.y - y) < LABEL_GAP_PX))
      continue;
    drawn.push({ x, y });
    drawPlate(drawing, formatCount(cableCount, 'cable'), x, y, 10, palette);
  }
}
