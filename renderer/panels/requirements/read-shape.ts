/** The fields that only one topology has: dragonfly, torus, HyperX, Slim Fly. */
import type { FabricRequirements } from '#core/generate/requirements.ts';
import type { Complain } from './field-errors.ts';
import type { DragonflyForm, FabricForm, LatticeForm, SlimFlyForm } from './form.ts';
import { readSizes } from './read-sizes.ts';
import { TOPOLOGIES } from './topologies.ts';

type Shape = Pick<FabricRequirements, 'dragonfly' | 'lattice' | 'slimFly'>;

const NONE: Shape = { dragonfly: null, lattice: null, slimFly: null };
const MISSING = 'Say how many.';

export function readShape(fabric: FabricForm, say: Complain): Shape {
  switch (TOPOLOGIES[fabric.topology].shape) {
    case 'dragonfly':
      return { ...NONE, dragonfly: readDragonfly(fabric.dragonfly, false, say) };
    case 'dragonfly-plus':
      return { ...NONE, dragonfly: readDragonfly(fabric.dragonfly, true, say) };
    case 'torus':
      return { ...NONE, lattice: readLattice(fabric.lattice, true, say) };
    case 'hyperx':
      return { ...NONE, lattice: readLattice(fabric.lattice, false, say) };
    case 'slim-fly':
      return { ...NONE, slimFly: readSlimFly(fabric.slimFly, say) };
    case null:
      return NONE;
  }
}

function readDragonfly(form: DragonflyForm, isPlus: boolean, say: Complain): Shape['dragonfly'] {
  const { hostsPerSwitch, switchesPerGroup, spinesPerGroup, globalPortsPerSwitch, groups, linksPerGroupPair } = form;
  if (hostsPerSwitch === null) say('dragonfly-hosts', MISSING);
  if (switchesPerGroup === null) say('dragonfly-switches', MISSING);
  if (isPlus && spinesPerGroup === null) say('dragonfly-spines', MISSING);
  if (globalPortsPerSwitch === null) say('dragonfly-global', MISSING);
  if (hostsPerSwitch === null || switchesPerGroup === null || globalPortsPerSwitch === null) return null;
  return {
    hostsPerSwitch,
    switchesPerGroup,
    spinesPerGroup: isPlus ? spinesPerGroup : null,
    globalPortsPerSwitch,
    groups,
    linksPerGroupPair,
  };
}

const SIZES = 'Write sizes as 8 x 8 x 4.';

function readLattice(form: LatticeForm, mayBeOfEndpoints: boolean, say: Complain): Shape['lattice'] {
  const ofEndpoints = mayBeOfEndpoints && form.ofEndpoints;
  const shape = readSizes(form.shape);
  const trunks = readSizes(form.trunks);
  const tile = form.tile.trim() === '' || !ofEndpoints ? null : readSizes(form.tile);
  if (shape === null) say('lattice-shape', SIZES);
  else if (shape.length > 6) say('lattice-shape', 'At most six dimensions.');
  if (trunks === null) say('lattice-trunks', 'Write one number, or one for each dimension.');
  else if (shape && trunks.length > 1 && trunks.length !== shape.length)
    say('lattice-trunks', `${trunks.length} numbers for ${shape.length} dimensions.`);
  if (ofEndpoints && form.tile.trim() !== '' && tile === null) say('lattice-tile', SIZES);
  else if (tile && shape && tile.length !== shape.length)
    say('lattice-tile', `${tile.length} sizes for ${shape.length} dimensions.`);
  if (!ofEndpoints && form.hostsPerSwitch === null) say('lattice-hosts', MISSING);
  if (shape === null || trunks === null) return null;
  return {
    shape,
    trunks,
    wraps: !mayBeOfEndpoints || form.wraps,
    hostsPerSwitch: ofEndpoints ? null : form.hostsPerSwitch,
    tile,
    opticalSwitchPorts: ofEndpoints ? form.opticalSwitchPorts : null,
  };
}

function readSlimFly({ q, hostsPerSwitch }: SlimFlyForm, say: Complain): Shape['slimFly'] {
  if (q === null) say('slim-fly-q', 'Say q; 2 q\u00b2 switches are built.');
  if (hostsPerSwitch === null) say('slim-fly-hosts', MISSING);
  return q === null || hostsPerSwitch === null ? null : { q, hostsPerSwitch };
}
