import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import {
  compareStore,
  compareWith,
  type ComparePort,
  endComparison,
  followComparison,
} from '../../../renderer/store/compare-store.ts';
import { closeDesign, dispatch, openDesign } from '../../../renderer/store/design-store.ts';
import { setSplit, setView, viewStore } from '../../../renderer/store/view-store.ts';
import type { CompareReply, CompareRequest } from '../../../renderer/workers/compare-messages.ts';

let sent: CompareRequest[] = [];
let port: ComparePort | null = null;
let stop: () => void;

function createPort(): ComparePort {
  port = { postMessage: (request) => sent.push(request), terminate: () => undefined, onmessage: null, onerror: null };
  return port;
}

function reply(): void {
  const requestId = sent.at(-1)?.requestId ?? 0;
  port?.onmessage?.({ data: { kind: 'compared', requestId, comparison: {}, times: {} } as unknown as CompareReply });
}

const other = { design: createDesign('Other'), origin: 'other.weft' };

beforeEach(() => {
  sent = [];
  openDesign(createDesign('Own'), null);
  setView('topology');
  stop = followComparison(createPort);
});

afterEach(() => {
  stop();
  setSplit(false);
  closeDesign();
});

describe('a comparison', () => {
  it('sends each design once, and the open one again after an edit', () => {
    compareWith(other);
    expect(viewStore.getState().view).toBe('compare');
    expect(sent.at(-1)).toMatchObject({ own: { name: 'Own' }, other: { name: 'Other' } });
    reply();
    expect(compareStore.getState()).toMatchObject({ isStale: false, comparison: {} });
    dispatch({ name: 'editDesignInfo', args: { name: 'Own, larger' } });
    expect(compareStore.getState().isStale).toBe(true);
    expect(sent.at(-1)).toMatchObject({ own: { name: 'Own, larger' }, other: null });
    reply();
    expect(compareStore.getState().isStale).toBe(false);
  });

  it('waits while nobody looks, and follows beside another view', () => {
    compareWith(other);
    reply();
    setView('bom');
    dispatch({ name: 'editDesignInfo', args: { name: 'Own, edited' } });
    expect(sent).toHaveLength(1);
    expect(compareStore.getState().isStale).toBe(true);
    setView('compare');
    expect(sent).toHaveLength(2);
    setSplit(true);
    setView('topology');
    dispatch({ name: 'editDesignInfo', args: { name: 'Own, again' } });
    expect(sent).toHaveLength(3);
  });

  it('ignores answers to older questions', () => {
    compareWith(other);
    const [first] = sent;
    dispatch({ name: 'editDesignInfo', args: { name: 'Own, edited' } });
    port?.onmessage?.({
      data: { kind: 'failure', requestId: first?.requestId ?? 0, details: 'old' } satisfies CompareReply,
    });
    expect(compareStore.getState().failure).toBe(null);
  });

  it('ends by itself with the document, and its view with it', () => {
    compareWith(other);
    endComparison();
    expect(viewStore.getState().view).toBe('topology');
    compareWith(other);
    closeDesign();
    expect(compareStore.getState().other).toBe(null);
  });
});
