/** Layers over and under the rows: hot and cold aisles, cooling zones with their coolant units, trays. */
import type { Aisle } from '#core/design/aisles.ts';
import { formatLength } from '../../ui/format.ts';
import { type Drawing, drawPlate, setFont, toBox } from './drawing.ts';
import type { FloorToken, Hatch } from './floor-palette.ts';

const AISLE_LOOK: Readonly<
  Record<
    Aisle['kind'],
    { readonly label: string; readonly fill: FloorToken; readonly ink: FloorToken; readonly hatch: Hatch }
  >
> = {
  cold: { label: 'cold aisle', fill: 'accent-soft', ink: 'accent', hatch: 'none' },
  hot: { label: 'hot aisle', fill: 'danger-soft', ink: 'danger', hatch: 'lines' },
  mixed: {
    label: 'mixed: hot air of one row is breathed in by the next',
    fill: 'warn-soft',
    ink: 'warn',
    hatch: 'cross',
  },
};

export function drawAisles(drawing: Drawing): void {
  const { context, palette, scene } = drawing;
  for (const aisle of scene.aisles) {
    const box = toBox(drawing, aisle.xM, aisle.yM, aisle.widthM, aisle.depthM);
    if (!box || box.height < 2) continue;
    const look = AISLE_LOOK[aisle.kind];
    context.fillStyle = palette.colours[look.fill];
    context.fillRect(box.x, box.y, box.width, box.height);
    if (look.hatch !== 'none' && box.height >= 5) {
      context.globalAlpha = 0.22;
      context.fillStyle = drawing.findHatch(look.hatch, palette.colours[look.ink]);
      context.fillRect(box.x, box.y, box.width, box.height);
      context.globalAlpha = 1;
    }
    if (box.height < 14 || box.width < 70) continue;
    nameAisle(drawing, look.label, box, look.ink, aisle.depthM);
  }
}

function nameAisle(
  drawing: Drawing,
  label: string,
  box: { x: number; y: number; width: number; height: number },
  ink: FloorToken,
  depthM: number,
): void {
  const { context, palette, size } = drawing;
  setFont(drawing, 11, 500);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const text = `${label} \u00b7 ${formatLength(depthM)}`;
  const x = Math.min(Math.max(box.x + 8, 8), box.x + box.width - 60);
  const { width } = context.measureText(text);
  if (width > Math.min(box.width, size.width) - 12) return;
  context.fillStyle =
    palette.colours[ink === 'accent' ? 'accent-soft' : ink === 'danger' ? 'danger-soft' : 'warn-soft'];
  context.fillRect(x - 3, box.y + box.height / 2 - 7, width + 6, 14);
  context.fillStyle = palette.colours[ink];
  context.fillText(text, x, box.y + box.height / 2 + 0.5);
}

/** Between a row and the line of its cooling zone. */
export const ZONE_MARGIN_M = 0.12;

export function drawZones(drawing: Drawing): void {
  const { context, palette, scene } = drawing;
  for (const [index, zone] of scene.zones.entries()) {
    const token = `fabric-${((index + 1) % 8) + 1}` as FloorToken;
    context.strokeStyle = palette.colours[token];
    context.lineWidth = 2;
    context.setLineDash([8, 4]);
    let isNamed = false;
    for (const placed of scene.plan.rows) {
      if (!zone.rowIds.includes(placed.row.id)) continue;
      const box = toBox(
        drawing,
        placed.xM - ZONE_MARGIN_M,
        placed.yM - ZONE_MARGIN_M,
        placed.lengthM + 2 * ZONE_MARGIN_M,
        placed.row.depthM + 2 * ZONE_MARGIN_M,
      );
      if (!box) continue;
      context.strokeRect(box.x, box.y, box.width, box.height);
      if (!isNamed && box.width > 80) {
        // At the foot: handles of cross trays hang at the head.
        drawPlate(drawing, zone.name, box.x + box.width - 40, box.y + box.height, 10.5, palette);
        isNamed = true;
      }
    }
    context.setLineDash([]);
  }
  drawCdus(drawing);
}

function drawCdus(drawing: Drawing): void {
  const { context, palette, scene } = drawing;
  for (const { cdu, xM, yM, widthM, depthM } of scene.cduGroups) {
    const box = toBox(drawing, xM, yM, widthM, depthM);
    if (!box) continue;
    context.fillStyle = palette.colours['ok-soft'];
    context.fillRect(box.x, box.y, box.width, box.height);
    context.strokeStyle = palette.colours.ok;
    context.lineWidth = 1.5;
    context.strokeRect(box.x, box.y, box.width, box.height);
    if (box.height > 12) {
      drawPlate(
        drawing,
        `${cdu.name} \u00d7 ${cdu.count}`,
        box.x + box.width / 2,
        box.y + box.height / 2,
        10.5,
        palette,
      );
    }
  }
}
