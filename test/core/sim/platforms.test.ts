import { describe, expect, it } from 'vitest';
import type { ServerPart } from '#core/catalog/part.ts';
import { choosePlatform } from '#core/sim/platforms.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';

function findServer(partId: string): ServerPart {
  const part = builtInCatalog.byId.get(partId);
  if (part?.kind !== 'server') throw new Error(`no server ${partId}`);
  return part;
}

describe('the platform of a server', () => {
  const servers: readonly (readonly [string, string])[] = [
    ['dgx-a100', 'a100'],
    ['dgx-h100', 'hopper'],
    ['dgx-h200', 'hopper'],
    ['dgx-b200', 'blackwell'],
    ['dgx-b300-ac', 'blackwell'],
    ['gb300-nvl72', 'blackwell'],
    ['smc-8125gs', 'mi300x'],
    ['qct-d74a-7u', 'mi325x'],
    ['amd-mi355x-dlc-ref', 'mi355x'],
  ];

  it.each(servers)('%s: %s', (partId, platformId) => {
    const part = findServer(partId);
    const { gpu: _, ...unstated } = part;
    expect(choosePlatform(part)).toMatchObject({ platform: { id: platformId, isMeasured: true }, isAssumed: false });
    // Without facts of its GPU the accelerator's name says the same.
    expect(choosePlatform(unstated)).toMatchObject({ platform: { id: platformId }, isAssumed: false });
  });

  it('is assumed where nobody measured it, from the stated scale-up rate where there is one', () => {
    const gaudi = choosePlatform(findServer('gaudi3-hls3'));
    expect(gaudi).toMatchObject({ isAssumed: true, platform: { isMeasured: false, inSwitchGBps: null } });
    // 525 GB/s stated, of which measured platforms get 73 to 82 %.
    expect(gaudi.platform.ringGBps / 525).toBeCloseTo(0.76, 9);
    const card: ServerPart = { ...findServer('dgx-h100'), accelerator: 'NVIDIA H100 PCIe' };
    const { gpu: _, ...plainCard } = card;
    expect(choosePlatform(plainCard).isAssumed).toBe(true);
  });

  it("takes a part's own measured rates, and never more than its stated link", () => {
    const part = findServer('dgx-h100');
    if (part.gpu === undefined) throw new Error('the part states nothing of its GPU');
    const collectives = { ringGBps: 500, allToAllGBps: 333, inSwitchReductionGBps: null, hopUs: 0.9 };
    const { platform } = choosePlatform({ ...part, gpu: { ...part.gpu, scaleUpGBps: 450, collectives } });
    expect(platform).toMatchObject({
      ringGBps: 450,
      allToAllGBps: 333,
      inSwitchGBps: null,
      hopUs: 0.9,
      isMeasured: false,
    });
  });

  it('knows H800 by its family and its name', () => {
    const part = findServer('dgx-h100');
    if (part.gpu === undefined) throw new Error('the part states nothing of its GPU');
    expect(choosePlatform({ ...part, gpu: { ...part.gpu, family: 'hopper-h800' } }).platform.id).toBe('h800');
    const { gpu: _, ...unstated } = part;
    expect(choosePlatform({ ...unstated, accelerator: 'NVIDIA H800' }).platform.id).toBe('h800');
  });
});
