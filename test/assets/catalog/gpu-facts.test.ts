/** Expected figures: NVIDIA's and AMD's data sheets as cited by the sources each part names (dense peaks, not sparse ones). */
import { describe, expect, it } from 'vitest';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { createCatalog, findPart, listParts } from '#core/catalog/catalog.ts';

const catalog = createCatalog(builtInParts);

function findGpu(partId: string) {
  return findPart(catalog, partId, 'server')?.gpu;
}

describe('GPU facts of servers', () => {
  it('H100: 989 TFLOPS dense BF16, 1,979 FP8, no FP4, 80 GB, 450 GB/s of NVLink one way', () => {
    expect(findGpu('dgx-h100')).toMatchObject({
      family: 'hopper',
      bf16Tflops: 989,
      fp8Tflops: 1979,
      fp4Tflops: null,
      hbmGb: 80,
      scaleUpGBps: 450,
    });
  });

  it('A100 has no FP8: not known stays null, it is not zero', () => {
    expect(findGpu('dgx-a100')).toMatchObject({ family: 'ampere', bf16Tflops: 312, fp8Tflops: null, hbmGb: 80 });
  });

  it('memory is what the server states: B300 with 2,304 GB in a DGX, 2,160 GB in an HGX board, not known elsewhere', () => {
    expect(findGpu('dgx-b300-ac')?.hbmGb).toBe(288);
    expect(findGpu('dell-xe9780')?.hbmGb).toBe(270);
    expect(findGpu('asus-xa-nb3i-e12')?.hbmGb).toBeNull();
  });

  it('MI355X: sources disagree on one direction of its mesh, so it is not known', () => {
    expect(findGpu('hpe-xd685-dlc')).toMatchObject({ family: 'cdna4', bf16Tflops: 2516, scaleUpGBps: null });
  });

  it.each([
    ['dgx-h200', 'hopper'],
    ['gb200-tray', 'blackwell'],
    ['gb300-nvl72', 'blackwell'],
    ['smc-8125gs', 'cdna3'],
    ['dell-xe9680-gaudi3', 'other'],
    ['vera-rubin-nvl72', 'other'],
  ])('%s is of the family %s', (partId, family) => {
    expect(findGpu(partId)?.family).toBe(family);
  });

  it('a server that names no accelerator has no GPU facts, and every one that does has them with a source', () => {
    expect(findGpu('lenovo-sr680a-v3')).toBeUndefined();
    const servers = listParts(catalog, 'server').filter(({ accelerator }) => accelerator !== null);
    expect(servers.filter(({ gpu }) => (gpu?.sources ?? []).length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('sources name facts of the GPU, and only those they bear out', () => {
    expect(findGpu('dell-xe9680-gaudi3')?.sources?.map(({ fields }) => fields)).toEqual([
      ['scaleUpGBps'],
      ['bf16Tflops'],
    ]);
  });
});
