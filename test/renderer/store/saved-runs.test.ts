import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import { createScenario } from '#core/design/scenario.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import { simulationStore } from '../../../renderer/store/simulation-store.ts';

const estimate: CollectiveEstimate = {
  collective: 'all-reduce',
  sizeBytes: 1024,
  timeUs: 10,
  lowUs: 8,
  highUs: 12,
  algbwGBps: 0.1,
  busbwGBps: 0.2,
  candidates: [],
  bottleneck: { kind: 'latency' },
  rankCount: 16,
  domainCount: 2,
  impossible: null,
  outsideValidated: [],
};

/** The store as a window that has just been loaded sees it. */
async function reload() {
  vi.resetModules();
  const { simulationStore: fresh } = await import('../../../renderer/store/simulation-store.ts');
  fresh.setState({
    answered: { design: createDesign('Hall 3'), scenario: createScenario('s', 'Gradients') },
    estimate,
    sweep: [estimate],
  });
  return import('../../../renderer/store/saved-runs.ts');
}

beforeEach(() => {
  localStorage.clear();
  simulationStore.setState({ estimate: null });
});

describe('runs that are kept', () => {
  it('survive a reload, oldest first', async () => {
    const first = await reload();
    expect(first.saveRun('later', '2026-05-02T10:00:00Z')).toBe('saved');
    expect(first.saveRun('earlier', '2026-05-01T10:00:00Z')).toBe('saved');
    const { runs } = (await reload()).savedRunsStore.getState();
    expect(runs.map(({ name }) => name)).toEqual(['earlier', 'later']);
    expect(runs[0]).toMatchObject({ designName: 'Hall 3', estimate, sweep: [estimate] });
  });

  it('are renamed and deleted for good', async () => {
    const store = await reload();
    store.saveRun('a', '2026-05-01T10:00:00Z');
    store.saveRun('b', '2026-05-02T10:00:00Z');
    const [a, b] = store.savedRunsStore.getState().runs;
    store.renameRun(a?.id ?? '', 'as ordered');
    store.removeRun(b?.id ?? '');
    const again = await reload();
    expect(again.savedRunsStore.getState().runs.map(({ name }) => name)).toEqual(['as ordered']);
  });

  it('leave a broken entry alone', async () => {
    localStorage.setItem('weft.saved-run.1.x', '{"id":"x"');
    localStorage.setItem('weft.saved-run.1.y', '{"id":"y"}');
    expect((await reload()).savedRunsStore.getState().runs).toEqual([]);
  });

  it('last as long as the window when there is no room', async () => {
    const store = await reload();
    const write = vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(store.saveRun('a', '2026-05-01T10:00:00Z')).toBe('not-kept');
    expect(store.savedRunsStore.getState().runs).toHaveLength(1);
    write.mockRestore();
  });

  it('need results', async () => {
    const store = await reload();
    const { simulationStore: fresh } = await import('../../../renderer/store/simulation-store.ts');
    fresh.setState({ estimate: null });
    expect(store.saveRun('a', '2026-05-01T10:00:00Z')).toBe('no-results');
  });
});
