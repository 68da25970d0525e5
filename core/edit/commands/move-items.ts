/** Moves devices and racks on the canvas. What is locked, and devices that stand in a rack, stay where they are. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Design } from '../../design/design.ts';
import { findRecord } from '../../design/records.ts';
import type { Unit } from '../../design/unit.ts';
import type { CommandArgs } from '../command.ts';
import { type CommandEntry, refuse, refuseUnknown } from '../command-entry.ts';
import { nameObject } from '../names.ts';
import { normalisePosition } from '../position.ts';

type Move = CommandArgs['moveItems']['moves'][number];

export const moveItems: CommandEntry<'moveItems'> = {
  describe({ moves, purpose = 'move' }, design) {
    const verb = purpose === 'tidy' ? 'tidy up' : purpose;
    const unit = findMovedUnit(design, moves);
    if (unit) return `${verb} ${unit.name}`;
    const [first] = moves;
    return moves.length === 1 && first
      ? `${verb} ${nameObject(design, first.kind, first.id)}`
      : `${verb} ${moves.length} items`;
  },
  run(draft, { moves }) {
    const obstacles: Diagnostic[] = [];
    let movedCount = 0;
    const rackOf = indexRacks(draft);
    for (const move of moves) {
      const item = move.kind === 'device' ? findRecord(draft.devices, move.id) : findRecord(draft.racks, move.id);
      if (!item) return refuseUnknown(move.kind, move.id);
      const obstacle = findObstacle(draft, move, item.locked === true, rackOf);
      if (obstacle.length > 0) {
        obstacles.push(...obstacle);
        continue;
      }
      item.position = normalisePosition(move.position);
      movedCount += 1;
    }
    // A mixed selection moves what can be moved; only when nothing can, the user is told why.
    return movedCount === 0 ? obstacles : [];
  },
};

/** The scalable unit that moves as a whole, and nothing else with it. */
function findMovedUnit(design: Design, moves: readonly Move[]): Unit | undefined {
  if (moves.length < 2) return undefined;
  const moved = new Set(moves.map(({ kind, id }) => `${kind} ${id}`));
  return Object.values(design.units ?? {}).find(
    ({ members }) => members.length === moved.size && members.every(({ kind, id }) => moved.has(`${kind} ${id}`)),
  );
}

/** The rack each placed device stands in: looked up once, because thousands of things may move at once. */
function indexRacks(design: Design): ReadonlyMap<string, string> {
  return new Map(Object.values(design.placements).map(({ deviceId, rackId }) => [deviceId, rackId]));
}

function findObstacle(
  design: Design,
  { kind, id }: Move,
  isLocked: boolean,
  rackOf: ReadonlyMap<string, string>,
): Diagnostic[] {
  const rackId = kind === 'device' ? rackOf.get(id) : undefined;
  if (!isLocked && rackId === undefined) return [];
  const name = nameObject(design, kind, id);
  const where = { kind, id } as const;
  if (rackId === undefined || isLocked) {
    return refuse('locked', `${name} is locked: unlock it to move it.`, where);
  }
  const rackName = nameObject(design, 'rack', rackId);
  return refuse('placed', `${name} stands in ${rackName}: move the rack, or take ${name} out of it.`, where);
}
