/**
 * The form read as requirements. What is expected follows from the catalog's data sheets: a DGX B200 has 8 x 400G on its compute ports,
 * 4 x 400G on its storage ports, 2 x 100G for in-band management and a BMC; a QM9700 has 64 x 400G InfiniBand.
 */
import { describe, expect, it } from 'vitest';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import type { Requirements } from '#core/generate/requirements.ts';
import {
  changeFabric,
  changeServer,
  changeTopology,
  changeUnit,
} from '../../../../renderer/panels/requirements/change-form.ts';
import { createForm, type RequirementsForm } from '../../../../renderer/panels/requirements/form.ts';
import { readForm } from '../../../../renderer/panels/requirements/read-form.ts';

const catalog = createCatalog(builtInParts);

function read(form: RequirementsForm): Requirements {
  const { requirements, errors } = readForm(form, catalog);
  expect(errors).toEqual({});
  if (requirements === null) throw new Error('no requirements');
  return requirements;
}

const errorsOf = (form: RequirementsForm): Readonly<Record<string, string>> => readForm(form, catalog).errors;

function want(form: RequirementsForm, ...purposes: (keyof RequirementsForm['further'])[]): RequirementsForm {
  return purposes.reduce((changed, purpose) => changeFabric(changed, purpose, { isWanted: true }, catalog), form);
}

describe('what the dialog begins with', () => {
  it('is a complete set of requirements', () => {
    const requirements = read(createForm());
    expect(requirements.endpoint).toEqual({ partId: 'dgx-b200', adapters: {} });
    expect(requirements).toMatchObject({ endpointCount: 256, endpointCountFull: null, rackLimits: null });
    expect(requirements.fabrics).toHaveLength(1);
    expect(requirements.fabrics[0]).toMatchObject({
      id: 'compute',
      topology: 'rail-optimised',
      technology: 'infiniband',
      speedGbps: 400,
      leaf: { partId: 'qm9700' },
      spine: null,
      rails: null,
      planes: 1,
      endpointBlockId: 'compute',
      oversubscription: { leaf: 1, spine: 1 },
    });
  });

  it('names the design by what is asked for, until it is given a name', () => {
    expect(read(createForm()).name).toBe('256 \u00d7 DGX B200, Rail-optimised');
    expect(read({ ...createForm(), name: '  East hall ' }).name).toBe('East hall');
  });
});

describe('counts', () => {
  it('rounds GPUs up to whole servers', () => {
    expect(read({ ...createForm(), unit: 'gpus', count: 1001, countFull: 2048 })).toMatchObject({
      endpointCount: 126,
      endpointCountFull: 256,
    });
  });

  it('keeps the cluster when the unit is switched', () => {
    const inGpus = changeUnit({ ...createForm(), countFull: 512 }, 'gpus', catalog);
    expect(inGpus).toMatchObject({ unit: 'gpus', count: 2048, countFull: 4096 });
    expect(changeUnit(inGpus, 'servers', catalog)).toMatchObject({ unit: 'servers', count: 256, countFull: 512 });
  });

  it('says what is wrong beside the count', () => {
    expect(errorsOf({ ...createForm(), count: null })['count']).toMatch(/how many/);
    expect(errorsOf({ ...createForm(), count: 100, countFull: 64 })['count-full']).toContain('100');
  });
});

describe('the server', () => {
  it('brings a NIC for empty compute slots, and asks for one when it is taken out', () => {
    const form = changeServer(createForm(), 'dell-xe9680', catalog);
    const nic = form.adapters['compute'] ?? '';
    expect(catalog.byId.get(nic)?.kind).toBe('nic');
    expect(read(form).endpoint).toEqual({ partId: 'dell-xe9680', adapters: { compute: nic } });
    expect(errorsOf({ ...form, adapters: {} })['adapter-compute']).toContain('8 slots');
  });

  it('meets its leaves by the four NICs of a tray when it is a rack of 72', () => {
    expect(read(changeServer(createForm(), 'gb200-nvl72', catalog)).fabrics[0]).toMatchObject({ rails: 4 });
  });

  it('takes Ethernet when its ports speak nothing else', () => {
    const form = changeServer(createForm(), 'dell-xe9680-gaudi3', catalog);
    expect(read(form).fabrics[0]).toMatchObject({ technology: 'ethernet', speedGbps: 200 });
    const forced = changeFabric(form, 'compute', { technology: 'infiniband' }, catalog);
    expect(errorsOf(forced)['technology']).toContain('InfiniBand');
  });

  it('may be known by its ports only', () => {
    const form = want(
      { ...createForm(), serverId: null, plainServer: { gpus: 4, ports: 6, portGbps: 400 } },
      'storage',
    );
    const { endpoint, fabrics } = read(form);
    expect(endpoint).toMatchObject({
      gpus: 4,
      ports: 6,
      portGbps: 400,
      otherPorts: [{ id: 'storage', ports: 2, portGbps: 200 }],
    });
    expect(fabrics[1]).toMatchObject({ endpointBlockId: 'storage', speedGbps: 200, portsPerEndpoint: 2 });
  });
});

describe('switches', () => {
  it('is left open again when it cannot serve the new technology', () => {
    const chosen = changeFabric(createForm(), 'compute', { leaf: { kind: 'part', partId: 'qm9790' } }, catalog);
    expect(read(chosen).fabrics[0]?.leaf).toEqual({ partId: 'qm9790' });
    const ethernet = changeFabric(chosen, 'compute', { technology: 'ethernet' }, catalog);
    expect(ethernet.compute.leaf).toEqual({ kind: 'auto' });
    expect(read(ethernet).fabrics[0]?.leaf).not.toEqual({ partId: 'qm9790' });
  });

  it('may be known by its ports only', () => {
    const leaf = { kind: 'plain', radix: 128, portGbps: 800, split: 2 } as const;
    expect(read(changeFabric(createForm(), 'compute', { leaf }, catalog)).fabrics[0]?.leaf).toEqual({
      name: 'Switch',
      radix: 128,
      portGbps: 800,
      splits: [2],
    });
    const open = changeFabric(createForm(), 'compute', { leaf: { ...leaf, radix: null } }, catalog);
    expect(errorsOf(open)['leaf-radix']).toMatch(/how many/);
  });
});

describe('planes and rails', () => {
  it('must divide the ports of a server', () => {
    const planes = changeFabric(createForm(), 'compute', { planes: 3 }, catalog);
    expect(errorsOf(planes)['planes']).toContain('8 ports');
    const rails = changeFabric(createForm(), 'compute', { planes: 2, rails: 3 }, catalog);
    expect(errorsOf(rails)['rails']).toContain('4 ports of a server in a plane');
  });
});

describe('further fabrics', () => {
  it('take ports of the server that no other fabric has', () => {
    const { fabrics } = read(want(createForm(), 'storage', 'frontend', 'oob'));
    expect(fabrics.map(({ id, endpointBlockId, portsPerEndpoint }) => [id, endpointBlockId, portsPerEndpoint])).toEqual(
      [
        ['compute', 'compute', null],
        ['storage', 'storage_inband', 4],
        ['frontend', 'inband_mgmt', 2],
        ['oob', 'bmc', 1],
      ],
    );
  });

  it('share the ports of a block that several need', () => {
    const b300 = changeServer(createForm(), 'dgx-b300-ac', catalog);
    const { fabrics } = read(want(b300, 'storage', 'frontend'));
    expect(
      fabrics.slice(1).map(({ endpointBlockId, portsPerEndpoint }) => [endpointBlockId, portsPerEndpoint]),
    ).toEqual([
      ['storage_inband', 2],
      ['storage_inband', 2],
    ]);
  });

  it('uplink the out-of-band switches to the in-band ones', () => {
    const { fabrics } = read(want(createForm(), 'inband', 'oob'));
    expect(fabrics[2]).toMatchObject({
      topology: 'access-switches',
      includesSwitches: true,
      leaf: { partId: 'sn2201' },
      uplinkTo: { fabricId: 'inband', linksPerLeaf: 2, speedGbps: 100 },
    });
    expect(read(want(createForm(), 'oob')).fabrics[1]?.uplinkTo).toBeNull();
  });
});

describe('special topologies', () => {
  it('passes on only the sizes of the topology that is chosen', () => {
    const torus = changeTopology(createForm(), 'torus', catalog);
    const fabric = read(torus).fabrics[0];
    expect(fabric).toMatchObject({ topology: 'torus', dragonfly: null, slimFly: null });
    expect(fabric?.lattice).not.toBeNull();
    expect(read(changeTopology(torus, 'fat-tree', catalog)).fabrics[0]?.lattice).toBeNull();
  });

  it('proposes sizes that hold the servers with little to spare', () => {
    // 256 servers of 8 ports, 16 ports of them on a 64-port switch: 128 switches. Balanced dragonfly: a = 2 p = 2 h.
    const shapeOf = (topology: 'torus' | 'hyperx'): string =>
      changeTopology(createForm(), topology, catalog).compute.lattice.shape;
    expect(shapeOf('torus')).toBe('8 x 4 x 4');
    expect(shapeOf('hyperx')).toBe('12 x 11');
    expect(changeTopology(createForm(), 'dragonfly', catalog).compute.dragonfly).toMatchObject({
      hostsPerSwitch: 16,
      switchesPerGroup: 32,
      globalPortsPerSwitch: 16,
    });
    // 2 x 11^2 = 242 switches; 2 x 7^2 = 98 are too few.
    expect(changeTopology(createForm(), 'slim-fly', catalog).compute.slimFly.q).toBe(11);
  });

  it('reads a torus of the servers themselves, in tiles over optical switches', () => {
    const form = changeTopology(createForm(), 'torus', catalog);
    const lattice = {
      ...form.compute.lattice,
      shape: '16x16\u00d716',
      trunks: '1',
      ofEndpoints: true,
      tile: '4, 4, 4',
      opticalSwitchPorts: 128,
    };
    expect(read({ ...form, compute: { ...form.compute, lattice } }).fabrics[0]).toMatchObject({
      leaf: null,
      lattice: { shape: [16, 16, 16], tile: [4, 4, 4], trunks: [1], hostsPerSwitch: null, opticalSwitchPorts: 128 },
    });
    const broken = { ...lattice, shape: '16 by 16', tile: '4 x 4' };
    expect(errorsOf({ ...form, compute: { ...form.compute, lattice: broken } })['lattice-shape']).toContain(
      '8 x 8 x 4',
    );
  });

  it('lets go of a number of tiers that the topology does not have', () => {
    const tall = changeFabric(createForm(), 'compute', { tiers: 3 }, catalog);
    expect(changeTopology(tall, 'leaf-spine', catalog).compute.tiers).toBe('auto');
    expect(changeTopology(tall, 'fat-tree', catalog).compute.tiers).toBe(3);
  });
});

describe('racks', () => {
  it('are wanted only when asked for, with power in watts', () => {
    const form = createForm();
    expect(read({ ...form, racks: { ...form.racks, isWanted: true, powerKw: 40.5 } }).rackLimits).toEqual({
      units: 48,
      powerW: 40_500,
      endpointsPerRack: null,
    });
    expect(errorsOf({ ...form, racks: { ...form.racks, isWanted: true, units: null } })['rack-units']).toMatch(/units/);
  });
});

describe('other hosts', () => {
  const row = {
    key: 1,
    name: 'UFM',
    role: 'management',
    fabric: 'compute',
    count: 4,
    portsPerHost: 1,
    speedGbps: null,
  } as const;

  it('hang on the leaves of their fabric, and take the ports of servers left out', () => {
    const requirements = read({ ...createForm(), hosts: [row], displaced: 1 });
    expect(requirements.displacedEndpoints).toBe(1);
    expect(requirements.fabrics[0]?.attachments).toMatchObject([
      { id: 'host-1', name: 'UFM', role: 'management', count: 4, portsPerHost: 1, speedGbps: null },
    ]);
  });

  it('of one name are one group on several fabrics', () => {
    const second = { ...row, key: 2, fabric: 'inband', portsPerHost: 2 } as const;
    const requirements = read({ ...want(createForm(), 'inband'), hosts: [row, second] });
    expect(requirements.fabrics.map(({ attachments }) => attachments.map(({ id }) => id))).toEqual([
      ['host-1'],
      ['host-1'],
    ]);
  });

  it('say what is wrong where it is wrong', () => {
    const wrong = [
      { ...row, name: ' ' },
      { ...row, key: 2, count: null },
      { ...row, key: 3, fabric: 'storage' as const },
    ];
    expect(Object.keys(errorsOf({ ...createForm(), hosts: wrong })).sort()).toEqual([
      'host-1-name',
      'host-2-count',
      'host-3-fabric',
    ]);
    expect(errorsOf({ ...createForm(), count: 4, displaced: 4 })['displaced']).toContain('At least one');
    const other = { ...row, key: 2, fabric: 'inband', count: 5 } as const;
    expect(errorsOf({ ...want(createForm(), 'inband'), hosts: [row, other] })['host-2-count']).toContain('4 UFM');
  });
});

describe('counts and converged fabrics', () => {
  it('pass on as given', () => {
    const form = createForm();
    const counts = {
      downlinksPerLeaf: 24,
      uplinksPerLeaf: 24,
      leafCount: 96,
      spineCount: 48,
      upperCountRule: 'fewest',
    } as const;
    expect(read({ ...form, compute: { ...form.compute, ...counts } }).fabrics[0]).toMatchObject(counts);
  });

  it('a converged fabric has ports and a speed, and rides on the compute leaves', () => {
    const form = changeFabric(want(createForm(), 'storage'), 'storage', { ridesOnCompute: true }, catalog);
    expect(read(form).fabrics[1]).toMatchObject({
      id: 'storage',
      ridesOn: 'compute',
      leaf: null,
      speedGbps: 400,
      portsPerEndpoint: 4,
    });
  });
});
