/** Layers over and under the rows: hot and cold aisles, cooling zones with their coolant units; what they are called comes last. */
import type { Aisle } from '#core/design/aisles.ts';
import { formatLength } from '../../ui/format.ts';
import { keepClearOfTrays } from './clear-of-trays.ts';
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
  }
}

/** Over the trays that run across. */
export function nameAisles(drawing: Drawing): void {
  for (const aisle of drawing.scene.aisles) {
    const box = toBox(drawing, aisle.xM, aisle.yM, aisle.widthM, aisle.depthM);
    if (!box || box.height < 14 || box.width < 70) continue;
    const look = AISLE_LOOK[aisle.kind];
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
  const { width } = context.measureText(text);
  if (width > Math.min(box.width, size.width) - 12) return;
  const left = Math.min(Math.max(box.x + 8, 8), box.x + box.width - 60);
  const y = box.y + box.height / 2;
  const x = keepClearOfTrays(drawing, { left, width, y, least: Math.max(box.x, 0) + 3 });
  context.fillStyle =
    palette.colours[ink === 'accent' ? 'accent-soft' : ink === 'danger' ? 'danger-soft' : 'warn-soft'];
  context.fillRect(x - 3, box.y + box.height / 2 - 7, width + 6, 14);
  context.fillStyle = palette.colours[ink];
  context.fillText(text, x, box.y + box.height / 2 + 0.5);
}

/** Between a row and the line of its cooling zone. */
export const ZONE_MARGIN_M = 0.12;

export function drawZones(drawing: Drawing): void {
  const { context, palette } = drawing;
  context.strokeStyle = palette.colours['text-2'];
  context.lineWidth = 2;
  context.setLineDash([8, 4]);
  for (const { boxes } of listZoneBoxes(drawing)) {
    for (const box of boxes) context.strokeRect(box.x, box.y, box.width, box.height);
  }
  context.setLineDash([]);
  drawCdus(drawing);
}

type Box = NonNullable<ReturnType<typeof toBox>>;

/** The rows in sight of every zone, each with the line around it. */
function listZoneBoxes(drawing: Drawing): { readonly name: string; readonly boxes: readonly Box[] }[] {
  const { scene } = drawing;
  return scene.zones.map(({ name, rowIds }) => {
    const rows = scene.plan.rows.filter(({ row }) => rowIds.includes(row.id));
    const boxes = rows.flatMap(({ row, xM, yM, lengthM }) => {
      const box = toBox(
        drawing,
        xM - ZONE_MARGIN_M,
        yM - ZONE_MARGIN_M,
        lengthM + 2 * ZONE_MARGIN_M,
        row.depthM + 2 * ZONE_MARGIN_M,
      );
      return box ? [box] : [];
    });
    return { name, boxes };
  });
}

const NAME_PX = 10.5;

/** At the foot of a zone's first row: handles of cross trays hang at the head. */
export function nameZones(drawing: Drawing): void {
  const { palette } = drawing;
  for (const { name, boxes } of listZoneBoxes(drawing)) {
    const box = boxes.find(({ width }) => width > 80);
    if (!box) continue;
    const y = box.y + box.height;
    setFont(drawing, NAME_PX, 600);
    const width = drawing.context.measureText(name).width + 8;
    const left = keepClearOfTrays(drawing, { left: box.x + box.width - 8 - width, width, y, least: box.x });
    drawPlate(drawing, name, left + width / 2, y, NAME_PX, palette);
  }
  nameCdus(drawing);
}

function drawCdus(drawing: Drawing): void {
  const { context, palette, scene } = drawing;
  for (const { xM, yM, widthM, depthM } of scene.cduGroups) {
    const box = toBox(drawing, xM, yM, widthM, depthM);
    if (!box) continue;
    context.fillStyle = palette.colours['ok-soft'];
    context.fillRect(box.x, box.y, box.width, box.height);
    context.strokeStyle = palette.colours.ok;
    context.lineWidth = 1.5;
    context.strokeRect(box.x, box.y, box.width, box.height);
  }
}

function nameCdus(drawing: Drawing): void {
  for (const { cdu, xM, yM, widthM, depthM } of drawing.scene.cduGroups) {
    const box = toBox(drawing, xM, yM, widthM, depthM);
    if (!box || box.height <= 12) continue;
    const name = `${cdu.name} \u00d7 ${cdu.count}`;
    drawPlate(drawing, name, box.x + box.width / 2, box.y + box.height / 2, NAME_PX, drawing.palette);
  }
}
