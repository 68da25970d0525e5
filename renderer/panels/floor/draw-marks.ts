/** What stands out on the plan: selected racks, the rack the keyboard is at, and racks on their way. */
import { type FloorPlan, NOWHERE, type PlanRow } from '#core/design/floor-plan.ts';
import { locateSlot } from '#core/design/floor-steps.ts';
import { type Drawing, toBox } from './drawing.ts';

function boxOfRack(drawing: Drawing, rack: number): ReturnType<typeof toBox> {
  const { plan } = drawing.scene;
  const index = plan.rackRow[rack] as number;
  if (index === NOWHERE) return null;
  const { row } = plan.rows[index] as PlanRow;
  const xM = (plan.rackX[rack] as number) - row.pitchM / 2;
  return toBox(drawing, xM, (plan.rackY[rack] as number) - row.depthM / 2, row.pitchM, row.depthM);
}

/** Neighbours that are both selected share one frame when they are small. */
export function drawRackMarks(drawing: Drawing): void {
  const { context, camera, palette, scene } = drawing;
  const { plan, selected } = scene;
  context.strokeStyle = palette.colours.accent;
  for (const [index, placed] of plan.rows.entries()) {
    const first = plan.rowFirstSlot[index] as number;
    const pitchPx = placed.row.pitchM * camera.scale;
    if (!toBox(drawing, placed.xM, placed.yM, placed.lengthM, placed.row.depthM)) continue;
    context.lineWidth = pitchPx >= 8 ? 2.5 : 1.5;
    for (let slot = 0; slot < placed.row.slotCount; slot += 1) {
      if (!isMarked(plan, selected, first + slot)) continue;
      let end = slot + 1;
      while (end < placed.row.slotCount && isMarked(plan, selected, first + end)) end += 1;
      frameRun(drawing, placed, slot, end, pitchPx);
      slot = end;
    }
  }
  if (scene.current !== null) drawCurrent(drawing, scene.current);
}

function isMarked(plan: FloorPlan, selected: Uint8Array, at: number): boolean {
  const rack = plan.slotRack[at] as number;
  return rack !== NOWHERE && selected[rack] !== 0;
}

function frameRun(drawing: Drawing, placed: PlanRow, from: number, end: number, pitchPx: number): void {
  const { row, xM, yM } = placed;
  if (pitchPx < 8) {
    const box = toBox(drawing, xM + from * row.pitchM, yM, (end - from) * row.pitchM, row.depthM);
    if (box) drawing.context.strokeRect(box.x, box.y, box.width, box.height);
    return;
  }
  for (let slot = from; slot < end; slot += 1) {
    const box = toBox(drawing, xM + slot * row.pitchM, yM, row.pitchM, row.depthM);
    if (box) drawing.context.strokeRect(box.x + 1, box.y + 1, box.width - 2, box.height - 2);
  }
}

function drawCurrent(drawing: Drawing, rack: number): void {
  const box = boxOfRack(drawing, rack);
  if (!box) return;
  const { context, palette } = drawing;
  context.strokeStyle = palette.colours['text-1'];
  context.lineWidth = 1.5;
  context.setLineDash([3, 2]);
  context.strokeRect(box.x - 3, box.y - 3, box.width + 6, box.height + 6);
  context.setLineDash([]);
}

/** Racks where they would stand: dashed, and red with a cross when they cannot. */
export function drawGhost(drawing: Drawing): void {
  const { context, palette, scene } = drawing;
  const { ghost, plan } = scene;
  if (!ghost) return;
  const isRefused = ghost.problem !== null;
  context.strokeStyle = palette.colours[isRefused ? 'danger' : 'accent'];
  context.lineWidth = 2;
  for (const target of ghost.targets) {
    const { row } = plan.rows[target.row] as PlanRow;
    const { xM, yM } = locateSlot(plan, target);
    const box = toBox(drawing, xM - row.pitchM / 2, yM - row.depthM / 2, row.pitchM, row.depthM);
    if (!box) continue;
    context.globalAlpha = 0.78;
    context.fillStyle = palette.colours[isRefused ? 'danger-soft' : 'accent-soft'];
    context.fillRect(box.x, box.y, box.width, box.height);
    context.globalAlpha = 1;
    context.setLineDash(isRefused ? [] : [4, 3]);
    context.strokeRect(box.x + 1, box.y + 1, Math.max(1, box.width - 2), Math.max(1, box.height - 2));
    context.setLineDash([]);
    if (!isRefused || box.width < 8) continue;
    context.beginPath();
    context.moveTo(box.x, box.y);
    context.lineTo(box.x + box.width, box.y + box.height);
    context.moveTo(box.x + box.width, box.y);
    context.lineTo(box.x, box.y + box.height);
    context.stroke();
  }
}
