import { beforeEach, describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import { dispatch, openDesign } from '../../../renderer/store/design-store.ts';
import { askForLayout, cancelLayout } from '../../../renderer/store/graph-layout.ts';
import { noticeStore } from '../../../renderer/store/notice-store.ts';
import type { Graph, GraphPlaces } from '../../../renderer/workers/elk-graph.ts';

const graph: Graph = { nodes: [{ id: 'a', width: 10, height: 10, tier: 0 }], edges: [] };
const places: GraphPlaces = new Map([['a', { x: 1, y: 2 }]]);

/** A worker that never answers, but can be called off. */
function waitForever(_graph: Graph, signal: AbortSignal): Promise<GraphPlaces> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('called off')));
  });
}

beforeEach(() => {
  openDesign(createDesign('Test'), null);
  noticeStore.setState({ latest: null });
});

describe('askForLayout', () => {
  it('gives the places', async () => {
    expect(await askForLayout(graph, async () => places)).toBe(places);
  });

  it('calls an older question off for a newer one', async () => {
    const older = askForLayout(graph, waitForever);
    expect(await askForLayout(graph, async () => places)).toBe(places);
    expect(await older).toBeNull();
    expect(noticeStore.getState().latest).toBeNull();
  });

  it('can be called off by hand', async () => {
    const asked = askForLayout(graph, waitForever);
    expect(cancelLayout()).toBe(true);
    expect(await asked).toBeNull();
    expect(cancelLayout()).toBe(false);
  });

  it('calls the question off when the design changes', async () => {
    const asked = askForLayout(graph, waitForever);
    dispatch({ name: 'editDesignInfo', args: { name: 'Other' } });
    expect(await asked).toBeNull();
    expect(noticeStore.getState().latest).toBeNull();
  });

  it('tells when the worker failed', async () => {
    expect(await askForLayout(graph, () => Promise.reject(new Error('no worker here')))).toBeNull();
    expect(noticeStore.getState().latest?.tone).toBe('error');
    expect(noticeStore.getState().latest?.details).toContain('no worker here');
  });
});
