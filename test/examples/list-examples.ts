/** The designs that ship with the program, by file name. `npm run examples` writes them; a test holds the files to it. */
import type { Design } from '#core/design/design.ts';
import { generateEthernetLeafSpine } from '#core/generate/ethernet-leaf-spine.ts';
import { describe } from './describe.ts';
import { createB200FourUnits, createH100FourUnits, createH100OneUnit, createH100OnFloor } from './dgx-superpod.ts';
import { createGb200Unit } from './gb200-nvl72.ts';
import { createHundredThousand } from './hundred-thousand.ts';
import { createAristaRails, createJuniperStripes, createMi300xRails } from './rail-leaf-spine.ts';
import { createSmallEnterprise } from './small-enterprise.ts';
import { createTpuTorus } from './tpu-torus.ts';
import { createTwoSwitchHgx } from './two-switch-hgx.ts';

export const examples: Readonly<Record<string, () => Design>> = {
  'amd-mi300x-rails.weft': createMi300xRails,
  'arista-roce-rails.weft': createAristaRails,
  'dgx-b200-superpod-4su.weft': createB200FourUnits,
  'dgx-h100-superpod-1su.weft': createH100OneUnit,
  'dgx-h100-superpod-2su-floor.weft': createH100OnFloor,
  'dgx-h100-superpod-4su.weft': createH100FourUnits,
  'ethernet-leaf-spine-2to1.weft': createEthernetTwoToOne,
  'gb200-nvl72-8-racks.weft': createGb200Unit,
  'hundred-thousand-gpus.weft': createHundredThousand,
  'juniper-rail-stripes.weft': createJuniperStripes,
  'small-enterprise.weft': createSmallEnterprise,
  'spectrum-x-two-switches.weft': createTwoSwitchHgx,
  'tpu-torus.weft': createTpuTorus,
};

function createEthernetTwoToOne(): Design {
  return describe(generateEthernetLeafSpine(), 'Ethernet leaf-spine, 2:1', [
    'Four leaves, two spines and 32 servers in round numbers, to check ratios and bisection by hand.',
    'Each leaf: 64 x 400G = 25.6 Tb/s from eight servers over 16 x 800G = 12.8 Tb/s to the spines, 2:1. The height of the MI355X reference server is not known, so it stands in no rack.',
  ]);
}
