/** A TPU v4 pod: chips on a 16 x 16 x 16 torus, cubes of 4 x 4 x 4 to a rack, optical circuit switches between cubes. */
import type { Design } from '#core/design/design.ts';
import { generateDesign } from '../support/generate-design.ts';
import { describe } from './describe.ts';
import { standInRacks } from './stand-in-racks.ts';

const CHIPS_PER_RACK = 64;
const CHIP_COUNT = 16 * 16 * 16;

export function createTpuTorus(): Design {
  const design = generateDesign({
    name: 'TPU-style torus, 16 x 16 x 16',
    endpoint: { name: 'TPU v4 chip', gpus: 1, ports: 6, portGbps: 400 },
    endpointCount: CHIP_COUNT,
    fabrics: [
      {
        id: 'compute',
        name: 'Chip interconnect',
        purpose: 'compute',
        technology: 'ethernet',
        topology: 'torus',
        speedGbps: 400,
        lattice: { shape: [16, 16, 16], tile: [4, 4, 4], opticalSwitchPorts: 128 },
      },
    ],
  });
  const racked = standInRacks(design, [
    {
      id: 'ocs-rack',
      name: 'Optical switch rack',
      count: 6,
      // Beside the labels of the links that lead from chip to chip.
      position: { x: 448, y: 0 },
      limits: { heightUnits: 48 },
      contents: [{ deviceId: 'ocs', perRack: 8, bottomUnit: 1 }],
    },
    {
      id: 'cube-rack',
      name: 'Cube rack',
      count: CHIP_COUNT / CHIPS_PER_RACK,
      position: { x: 0, y: 0 },
      limits: { heightUnits: CHIPS_PER_RACK, cooling: 'liquid' },
      contents: [{ deviceId: 'server', perRack: CHIPS_PER_RACK, bottomUnit: 1 }],
    },
  ]);
  return describe(racked, design.name, [
    '4\u202f096 chips on a 3D torus, cubes of 64 to a rack, 48 optical circuit switches between the cubes.',
    'Counts: Google Cloud TPU v4 documentation (4\u202f096 chips, 64 to a cube) and TPU v4, ISCA 2023, arXiv 2304.01433 (96 optical links a cube, 48 switches with 128 of 136 ports in use).',
    'A link carries 50 GB/s each way, drawn as 400G; the links are of their own kind, drawn as Ethernet because a fabric here is InfiniBand or Ethernet. Circuits run from chip to chip as they are set, so the optical switches have no links of their own.',
    'Only the ports of chips and switches are known: a rack is drawn with one place for each of its 64 chips, and power is unknown.',
  ]);
}
