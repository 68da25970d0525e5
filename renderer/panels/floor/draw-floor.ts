/**
 * Draws the plan on a 2D canvas: rooms, aisles, rows, racks. Detail follows zoom: from afar a row is one block of its racks'
 * colours with their count, nearer every rack, nearer still its number and name.
 */
import { findGroup, type FloorPlan, NOWHERE, type PlanRow } from '#core/design/floor-plan.ts';
import { formatCount } from '../../ui/format.ts';
import { drawGhost, drawRackMarks } from './draw-marks.ts';
import { drawAisles, drawZones, nameAisles, nameZones, ZONE_MARGIN_M } from './draw-layers.ts';
import { countRuns, drawRuns, drawTrays, nameTrays } from './draw-trays.ts';
import { type Drawing, drawPlate, setFont, toBox } from './drawing.ts';
import type { FloorScene } from './floor-scene.ts';

const GRID_STEPS_M = [0.6, 1.2, 6, 12, 60, 120];

/** The whole plan, from the floor up. */
export function drawFloor(drawing: Drawing): void {
  const { context, size, palette, scene } = drawing;
  context.fillStyle = palette.colours['surface-0'];
  context.fillRect(0, 0, size.width, size.height);
  drawRooms(drawing);
  if (scene.layers.grid) drawGrid(drawing);
  if (scene.layers.aisles) drawAisles(drawing);
  for (let row = 0; row < scene.plan.rows.length; row += 1) drawRow(drawing, row);
  if (scene.layers.zones) drawZones(drawing);
  if (scene.layers.trays) drawTrays(drawing);
  if (scene.layers.runs) drawRuns(drawing);
  // What is written lies over all that is drawn.
  if (scene.layers.aisles) nameAisles(drawing);
  for (let row = 0; row < scene.plan.rows.length; row += 1) nameRow(drawing, row);
  if (scene.layers.zones) nameZones(drawing);
  if (scene.layers.trays) nameTrays(drawing);
  if (scene.layers.runs) countRuns(drawing);
  drawRackMarks(drawing);
  drawGhost(drawing);
}

function drawRooms(drawing: Drawing): void {
  const { context, palette, scene } = drawing;
  for (const room of scene.plan.rooms) {
    const box = toBox(drawing, room.xM, room.yM, room.widthM, room.depthM);
    if (!box) continue;
    context.fillStyle = palette.colours['surface-1'];
    context.fillRect(box.x, box.y, box.width, box.height);
    const isSelected = scene.selectedRooms.has(room.id);
    context.strokeStyle = palette.colours[isSelected ? 'accent' : 'line-strong'];
    context.lineWidth = isSelected ? 2.5 : 1.5;
    context.strokeRect(box.x, box.y, box.width, box.height);
  }
}

function drawGrid(drawing: Drawing): void {
  const { context, camera, size, palette } = drawing;
  const stepM = GRID_STEPS_M.find((step) => step * camera.scale >= 12);
  if (stepM === undefined) return;
  context.strokeStyle = palette.colours.line;
  context.lineWidth = 1;
  context.beginPath();
  for (let x = Math.ceil(camera.xM / stepM) * stepM; (x - camera.xM) * camera.scale < size.width; x += stepM) {
    const at = Math.round((x - camera.xM) * camera.scale) + 0.5;
    context.moveTo(at, 0);
    context.lineTo(at, size.height);
  }
  for (let y = Math.ceil(camera.yM / stepM) * stepM; (y - camera.yM) * camera.scale < size.height; y += stepM) {
    const at = Math.round((y - camera.yM) * camera.scale) + 0.5;
    context.moveTo(0, at);
    context.lineTo(size.width, at);
  }
  context.stroke();
}

function drawRow(drawing: Drawing, index: number): void {
  const { context, camera, palette, scene } = drawing;
  const placed = scene.plan.rows[index] as PlanRow;
  const box = toBox(drawing, placed.xM, placed.yM, placed.lengthM, placed.row.depthM);
  const pitchPx = placed.row.pitchM * camera.scale;
  if (box) {
    context.fillStyle = palette.colours['surface-2'];
    context.fillRect(box.x, box.y, box.width, box.height);
    // Cable runs stand out over racks that step back.
    context.globalAlpha = scene.runs !== null && scene.runs.stretches.length > 0 ? 0.3 : 1;
    drawRacks(drawing, index, pitchPx, box.y, box.height);
    context.globalAlpha = 1;
    const isSelected = scene.selectedRows.has(placed.row.id);
    context.strokeStyle = palette.colours[isSelected ? 'accent' : 'line-strong'];
    context.lineWidth = isSelected ? 2.5 : 1;
    context.strokeRect(box.x, box.y, box.width, box.height);
  }
}

/** Runs of equal colour are one rectangle each; a gap of a pixel parts racks where there is room for it. */
function drawRacks(drawing: Drawing, index: number, pitchPx: number, top: number, height: number): void {
  const { context, camera, size, palette, scene } = drawing;
  const { plan, colours } = scene;
  const placed = plan.rows[index] as PlanRow;
  const first = plan.rowFirstSlot[index] as number;
  const left = (placed.xM - camera.xM) * camera.scale;
  const fromSlot = Math.max(0, Math.floor(-left / pitchPx));
  const toSlot = Math.min(placed.row.slotCount, Math.ceil((size.width - left) / pitchPx));
  const gap = pitchPx >= 5 ? Math.min(2, pitchPx * 0.06) : 0;
  const inset = height >= 8 ? 1 : 0;
  let slot = fromSlot;
  while (slot < toSlot) {
    const rack = plan.slotRack[first + slot] as number;
    if (rack === NOWHERE) {
      slot += 1;
      continue;
    }
    const step = colours.stepOf[rack] as number;
    let end = slot + 1;
    if (gap === 0) while (end < toSlot && isOfStep(plan, colours.stepOf, first + end, step)) end += 1;
    const { token, hatch } = colours.steps[step] as FloorScene['colours']['steps'][number];
    const x = left + slot * pitchPx + gap;
    const width = (end - slot) * pitchPx - 2 * gap;
    context.fillStyle = palette.colours[token];
    context.fillRect(x, top + inset, width, height - 2 * inset);
    if (hatch !== 'none' && height >= 4) {
      context.fillStyle = drawing.findHatch(hatch, palette.colours['surface-1']);
      context.fillRect(x, top + inset, width, height - 2 * inset);
    }
    slot = end;
  }
}

function isOfStep(plan: FloorPlan, stepOf: Uint8Array, at: number, step: number): boolean {
  const rack = plan.slotRack[at] as number;
  return rack !== NOWHERE && stepOf[rack] === step;
}

/** `24 racks` on a plate in the middle of a row that is too small to tell them apart. */
function countRacks(drawing: Drawing, index: number, left: number, width: number, top: number, height: number): void {
  const { context, palette, scene } = drawing;
  if (height < 11 || width < 56) return;
  const { plan } = scene;
  const { row } = plan.rows[index] as PlanRow;
  const first = plan.rowFirstSlot[index] as number;
  const count = plan.slotRack.subarray(first, first + row.slotCount).reduce((sum, rack) => sum + (rack < 0 ? 0 : 1), 0);
  if (count === 0) return;
  const [middle, px] = [top + height / 2, Math.min(11, height - 2)];
  const plate = drawPlate(drawing, formatCount(count, 'rack'), left + width / 2, middle, px, palette);
  if (plate) drawing.figures.push({ ...plate, source: `sum/racks/row/${row.id}`, name: row.name });
  context.textAlign = 'left';
}

/** Numbers and names of racks, or their count, over whatever lies on the row. */
function nameRow(drawing: Drawing, index: number): void {
  const { camera, size, palette, scene } = drawing;
  const { plan } = scene;
  const placed = plan.rows[index] as PlanRow;
  const box = toBox(drawing, placed.xM, placed.yM, placed.lengthM, placed.row.depthM);
  if (!box) return;
  const pitchPx = placed.row.pitchM * camera.scale;
  if (pitchPx < 5) countRacks(drawing, index, box.x, box.width, box.y, box.height);
  if (pitchPx < 15) return;
  const first = plan.rowFirstSlot[index] as number;
  const fromSlot = Math.max(0, Math.floor(-box.x / pitchPx));
  const toSlot = Math.min(placed.row.slotCount, Math.ceil((size.width - box.x) / pitchPx));
  const px = Math.min(12, Math.max(8.5, pitchPx * 0.36));
  const middle = box.y + box.height / 2;
  for (let slot = fromSlot; slot < toSlot; slot += 1) {
    const rack = plan.slotRack[first + slot] as number;
    if (rack === NOWHERE) continue;
    const { rack: group, firstRack } = findGroup(plan, rack);
    const x = box.x + (slot + 0.5) * pitchPx;
    drawPlate(drawing, String(rack - firstRack + 1), x, middle + Math.min(box.height * 0.26, 20), px, palette, pitchPx);
    if (pitchPx < 76) continue;
    drawPlate(
      drawing,
      cutText(drawing, group.name, pitchPx - 16),
      x,
      middle - Math.min(box.height * 0.3, 20),
      10.5,
      palette,
    );
  }
}

function cutText(drawing: Drawing, text: string, widthPx: number): string {
  setFont(drawing, 10.5, 600);
  const { context } = drawing;
  if (context.measureText(text).width <= widthPx) return text;
  let length = text.length - 1;
  while (length > 1 && context.measureText(`${text.slice(0, length)}\u2026`).width > widthPx) length -= 1;
  return `${text.slice(0, length)}\u2026`;
}

/** Names of rows at their west ends and of rooms over their corners: on the screen they are elements, on paper they are drawn. */
export function drawNames(drawing: Drawing): void {
  const { context, camera, palette, scene } = drawing;
  context.fillStyle = palette.colours['text-1'];
  context.textBaseline = 'middle';
  for (const { row, xM, yM } of scene.plan.rows) {
    const heightPx = row.depthM * camera.scale;
    setFont(drawing, Math.min(11, Math.max(4, heightPx * 0.8)), 600);
    context.textAlign = 'right';
    const y = (yM - camera.yM) * camera.scale + heightPx / 2;
    context.fillText(row.name, (xM - camera.xM - ZONE_MARGIN_M) * camera.scale - 5, y);
  }
  if (scene.plan.rooms.length < 2) return;
  setFont(drawing, 11, 600);
  context.textAlign = 'left';
  for (const room of scene.plan.rooms) {
    context.fillText(room.name, (room.xM - camera.xM) * camera.scale, (room.yM - camera.yM) * camera.scale - 9);
  }
}
