import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Route, RouteQuery } from '#core/analysis/route.ts';
import type { Report } from '#core/analysis/report.ts';
import { closeDesign, dispatch, openDesign } from '../../../renderer/store/design-store.ts';
import type { WorkerPort } from '../../../renderer/store/report-feed.ts';
import { reportStore, startReportFeed } from '../../../renderer/store/report-store.ts';
import { closeRoute, hoverRoute, openRoute, routeStore, setRouteRank } from '../../../renderer/store/route-store.ts';
import { clearSelection, select, viewStore } from '../../../renderer/store/view-store.ts';
import type { ReportRequest } from '../../../renderer/workers/report-messages.ts';
import { createSmallDesign } from '../../support/small-design.ts';

/** Answers each question about a path with one over a leaf. */
class Desk implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  readonly asked: RouteQuery[] = [];
  terminate = vi.fn<() => void>();

  postMessage(request: ReportRequest): void {
    if (request.kind !== 'find-route') return;
    this.asked.push(request.query);
    const { from, to, rank } = request.query;
    const stop = { name: 'x', groupName: 'x', rackName: '', ns: 0, isAssumed: false };
    const route = {
      stops: [
        { ...stop, ...from },
        { ...stop, deviceId: 'leaf-1', member: 1 },
        { ...stop, ...to },
      ],
      hops: [{ linkId: 'link-1' }, { linkId: 'link-1' }],
      rank: rank ?? 0,
    } as unknown as Route;
    const reply = { kind: 'route' as const, requestId: request.requestId, route: { ok: true as const, value: route } };
    queueMicrotask(() => this.onmessage?.({ data: reply }));
  }
}

let desk: Desk;
let stop: () => void;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  desk = new Desk();
  openDesign(createSmallDesign(), null);
  viewStore.setState({ screen: 'studio' });
  stop = startReportFeed(() => desk);
  reportStore.setState({ report: {} as Report });
});

afterEach(() => {
  closeRoute();
  clearSelection();
  stop();
  closeDesign();
});

const gpu = { kind: 'device', id: 'gpu-1' } as const;
const leaf = { kind: 'device', id: 'leaf-1' } as const;
const ends = () => routeStore.getState();

describe('a path', () => {
  it('opens within the selected group, lights up, and goes dark when it closes', async () => {
    select([gpu]);
    openRoute();
    await settle();
    expect(desk.asked).toEqual([
      { from: { deviceId: 'gpu-1', member: 0 }, to: { deviceId: 'gpu-1', member: 3 }, fabricId: null, rank: null },
    ]);
    const lit = viewStore.getState().highlighted;
    expect(lit.map(({ kind, id, member }) => [kind, id, member])).toEqual([
      ['device', 'gpu-1', 0],
      ['device', 'leaf-1', 1],
      ['device', 'gpu-1', 3],
      ['link', 'link-1', undefined],
    ]);
    closeRoute();
    expect(viewStore.getState().highlighted).toEqual([]);
  });

  it('goes to what the pointer rests on for that time, and to what is selected for good', async () => {
    select([gpu]);
    openRoute();
    hoverRoute({ deviceId: 'leaf-1', member: 0 });
    await settle();
    expect(desk.asked.at(-1)?.to.deviceId).toBe('leaf-1');
    hoverRoute(null);
    await settle();
    expect(desk.asked.at(-1)?.to).toEqual({ deviceId: 'gpu-1', member: 3 });
    select([leaf]);
    await settle();
    expect(ends()).toMatchObject({ from: { deviceId: 'gpu-1' }, to: { deviceId: 'leaf-1' } });
    // Selecting a link says nothing of the ends; what is lit stays lit.
    select([{ kind: 'link', id: 'link-1' }]);
    expect(ends().to?.deviceId).toBe('leaf-1');
    expect(viewStore.getState().highlighted).not.toEqual([]);
  });

  it('takes both ends from two devices, keeps its number only while they stay, and asks one question at a time', async () => {
    select([leaf, gpu]);
    openRoute();
    await settle();
    setRouteRank(5);
    setRouteRank(6);
    await settle();
    expect(desk.asked.map(({ rank }) => rank)).toEqual([null, 5, 6]);
    select([gpu, leaf]);
    await settle();
    expect(desk.asked.at(-1)).toMatchObject({ from: { deviceId: 'gpu-1' }, rank: null });
  });

  it('lets go of an end that is gone', async () => {
    select([leaf, gpu]);
    openRoute();
    await settle();
    dispatch({ name: 'removeItems', args: { items: [gpu] } });
    expect(ends().to).toBeNull();
    dispatch({ name: 'setDeviceCount', args: { id: 'leaf-1', count: 1 } });
    expect(ends().from).toEqual({ deviceId: 'leaf-1', member: 0 });
  });
});
