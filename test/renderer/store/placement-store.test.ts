import { beforeEach, describe, expect, it } from 'vitest';
import type { FloorProposal, FloorRequest } from '#core/place/floor-proposal.ts';
import { DEFAULT_ROW_RULE } from '#core/place/row-plan.ts';
import { createDesign, type Design } from '#core/design/design.ts';
import { createRack } from '#core/design/defaults.ts';
import { design, designStore, dispatch, openDesign, undo } from '../../../renderer/store/design-store.ts';
import {
  applyPlacement,
  cancelPlacement,
  type PlacePort,
  placementStore,
  readGivenFloor,
  runPlacement,
} from '../../../renderer/store/placement-store.ts';
import type { PlaceReply, PlaceRequest } from '../../../renderer/workers/place-messages.ts';

/** A worker that answers when the test says so. */
class HandWorker implements PlacePort {
  readonly asked: PlaceRequest[] = [];
  isTerminated = false;
  onmessage: PlacePort['onmessage'] = null;
  onerror: PlacePort['onerror'] = null;
  postMessage(request: PlaceRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  reply(reply: PlaceReply): void {
    this.onmessage?.({ data: reply });
  }
}

const request: FloorRequest = { floor: { kind: 'by-rule', rule: DEFAULT_ROW_RULE }, rowPowerLimitKw: null };

const proposal: FloorProposal = {
  rooms: [
    {
      id: 'room-1',
      name: 'Hall',
      xM: 0,
      yM: 0,
      widthM: 10,
      depthM: 10,
      trayHeightM: 2.7,
      trayWidthMm: 300,
      trayDepthMm: 100,
      crossTraysM: [],
    },
  ],
  rows: [
    {
      id: 'row-1',
      name: 'Row A',
      roomId: 'room-1',
      xM: 1,
      yM: 1,
      slotCount: 4,
      pitchM: 0.6,
      depthM: 1.2,
      facing: 'south',
    },
  ],
  stands: [{ id: 'stand-1', rackId: 'r', firstRack: 0, rackCount: 2, rowId: 'row-1', firstSlot: 1 }],
  totalLengthBeforeM: 30,
  isBeforeMeasured: false,
  totalLengthAfterM: 10,
  totalLengthRowOrderM: 12,
  longestByLink: [],
  worstLeafServerM: null,
  placedRackCount: 2,
  unplaced: [],
  notes: [],
};

let worker: HandWorker;
const run = (): void =>
  runPlacement(request, () => {
    worker = new HandWorker();
    return worker;
  });
const lastRequestId = (): number => {
  const asked = worker.asked.findLast((one) => one.kind === 'propose');
  return asked?.kind === 'propose' ? asked.requestId : 0;
};
const answer = (): void =>
  worker.reply({ kind: 'proposed', requestId: lastRequestId(), proposal: { ok: true, value: proposal } });

function createTwoRacks(): Design {
  return {
    ...createDesign('two racks'),
    racks: { r: createRack({ id: 'r', name: 'Rack', count: 2, heightUnits: 48 }) },
  };
}

// Opening a design ends the worker of the one before.
beforeEach(() => openDesign(createTwoRacks(), null));

describe('placing racks', () => {
  it('asks about the open design, tells how far it is, and changes nothing until it is applied', () => {
    run();
    expect(worker.asked).toMatchObject([{ kind: 'propose', request, design: { name: 'two racks' } }]);
    const progress = { done: 10, total: 100, label: 'Shortening cables' };
    worker.reply({ kind: 'progress', requestId: lastRequestId(), progress });
    expect(placementStore.getState()).toEqual({ kind: 'running', progress });
    answer();
    expect(placementStore.getState()).toEqual({ kind: 'proposed', proposal, isStale: false });
    expect(design().stands).toBeUndefined();
  });

  it('applies a proposal as one step', () => {
    run();
    answer();
    expect(applyPlacement()).toBe(true);
    expect(design().stands).toEqual({ 'stand-1': proposal.stands[0] });
    expect(placementStore.getState()).toEqual({ kind: 'idle' });
    expect(readGivenFloor(design())).toEqual({ kind: 'given', rooms: proposal.rooms, rows: proposal.rows });
    undo();
    expect(design()).toEqual(createTwoRacks());
  });

  it('is called off, and takes no answer after that', () => {
    run();
    cancelPlacement();
    expect(worker.asked.at(-1)).toEqual({ kind: 'cancel' });
    answer();
    expect(placementStore.getState()).toEqual({ kind: 'idle' });
    expect(applyPlacement()).toBe(false);
  });

  it('marks a proposal when what it rests on changes, and does not apply it', () => {
    run();
    answer();
    dispatch({ name: 'editDesignInfo', args: { notes: 'nothing to do with racks' } });
    expect(placementStore.getState()).toMatchObject({ isStale: false });
    dispatch({ name: 'editRack', args: { id: 'r', patch: { count: 1 } } });
    expect(placementStore.getState()).toMatchObject({ kind: 'proposed', isStale: true });
    expect(applyPlacement()).toBe(false);
  });

  it('stops when the drawing changes under it', () => {
    run();
    dispatch({ name: 'editRack', args: { id: 'r', patch: { count: 3 } } });
    expect(placementStore.getState()).toEqual({ kind: 'idle' });
    expect(worker.asked.at(-1)).toEqual({ kind: 'cancel' });
  });

  it('passes on why there is no proposal', () => {
    run();
    worker.reply({ kind: 'proposed', requestId: lastRequestId(), proposal: { ok: false, error: 'No racks.' } });
    expect(placementStore.getState()).toEqual({ kind: 'refused', reason: 'No racks.' });
  });

  it('shows a fault of ours, and starts another worker after one has died', () => {
    run();
    const dead = worker;
    dead.onerror?.({ message: 'gone' });
    expect(placementStore.getState()).toEqual({ kind: 'failed', details: 'gone' });
    run();
    expect(worker).not.toBe(dead);
    worker.reply({ kind: 'failure', requestId: lastRequestId(), details: 'trace' });
    expect(placementStore.getState()).toEqual({ kind: 'failed', details: 'trace' });
  });

  it('ends with its document', () => {
    run();
    openDesign(createTwoRacks(), null);
    expect(worker.isTerminated).toBe(true);
    expect(placementStore.getState()).toEqual({ kind: 'idle' });
    expect(designStore.getState().edit.undoStack).toEqual([]);
  });
});
