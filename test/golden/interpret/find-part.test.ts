/** Parts by the words cases use for them. */
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { findServer, findSwitch, findSwitchByChip } from './find-part.ts';

describe('findSwitch', () => {
  it.each([
    ['NVIDIA QM9700', 'qm9700'],
    ['QM9700 x 2', 'qm9700'],
    ['QFX5240-64OD x 8 per stripe', 'qfx5240-64od'],
    ['Quantum-X800 Q3400', 'q3400-ra'],
    ['Arista 7060X6-64PE (Tomahawk 5)', '7060x6-64pe'],
    ['Dell Z9864F-ON', 'z9864f'],
    ['Cisco N9364E-SG2-O', 'n9364e-sg2-o'],
  ])('%s', (text, id) => expect(findSwitch(builtInCatalog, text)?.id).toBe(id));

  it.each(['64-cage 800G Ethernet', 'Tomahawk 4, 64 x 400G', 'a 51.2T switch', 'NVIDIA switch'])(
    '%s is no model',
    (text) => expect(findSwitch(builtInCatalog, text)).toBeNull(),
  );
});

describe('findSwitchByChip', () => {
  it('takes a switch of the chip with the ports asked for', () => {
    expect(findSwitchByChip(builtInCatalog, 'Tomahawk 4, 64 x 400G', 64, 400)?.asic).toBe('Tomahawk 4');
    expect(findSwitchByChip(builtInCatalog, 'Spectrum-4, 64 x 800G', 128, 400)?.asic).toContain('Spectrum-4');
    expect(findSwitchByChip(builtInCatalog, 'Tomahawk 4', 7, 400)).toBeNull();
  });
});

describe('findServer', () => {
  it.each([
    ['DGX H100 (8 GPU, 8 x 400G NDR, presented on 4 twin-port OSFP cages)', 'dgx-h100'],
    ['DGX B200 / H200 / H100', 'dgx-b200'],
    ['GB200 NVL72: 18 compute trays x 4 GPUs, 9 NVLink switch trays x 2 chips', 'gb200-nvl72'],
    ['Dell PowerEdge XE9680', 'dell-xe9680'],
    ['DGX Rubin NVL8', 'dgx-rubin-nvl8'],
  ])('%s', (text, id) => expect(findServer(builtInCatalog, text)?.id).toBe(id));

  it('is none where only the innards are named', () => {
    expect(findServer(builtInCatalog, '4 PCIe GPUs, 2 x B3140H 400G + 1 x dual-port B3220 200G')).toBeNull();
  });
});
