/** Device types in the form of the NetBox community library; lane rates by the Ethernet standard of each speed. */
import { describe, expect, it } from 'vitest';
import { partSchema } from '#core/catalog/part.ts';
import { createDevicePart, guessDeviceKind } from '#core/io/device-type/create-device-part.ts';
import { type DeviceType, parseDeviceType } from '#core/io/device-type/device-type.ts';
import { readInterfaceType } from '#core/io/device-type/interface-types.ts';
import { createPortBlocks } from '#core/io/device-type/port-blocks.ts';

const source = { fileName: 'x64.yaml', today: '2026-05-04' };

const list = (prefix: string, count: number, type: string, more = ''): string =>
  Array.from({ length: count }, (_, at) => `  - name: ${prefix}${at + 1}\n    type: ${type}${more}\n`).join('');

const SWITCH = `---
manufacturer: Example Networks
model: X-64
slug: example-networks-x-64
part_number: EN-X64
u_height: 2
is_full_depth: true
airflow: front-to-rear
weight: 44.1
weight_unit: lb
comments: '[Data sheet](https://example.com)'
power-ports:
  - name: PSU1
    type: iec-60320-c20
    maximum_draw: 2400
  - name: PSU2
    type: iec-60320-c20
    maximum_draw: 2400
interfaces:
${list('Ethernet', 64, '800gbase-x-osfp')}${list('Ethernet6', 2, '25gbase-x-sfp28')}  - name: Management1
    type: 1000base-t
    mgmt_only: true
  - name: Loopback0
    type: virtual
`;

function read(yaml: string): DeviceType {
  const parsed = parseDeviceType(yaml, 'x64.yaml');
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

describe('a switch', () => {
  const type = read(SWITCH);

  it('becomes a valid part with what the file states', () => {
    expect(guessDeviceKind(type)).toBe('switch');
    const part = createDevicePart(type, { kind: 'switch', gpuCount: null }, source);
    expect(partSchema.parse(part)).toEqual(part);
    expect(part).toMatchObject({
      kind: 'switch',
      id: 'own-netbox-example-networks-x-64',
      manufacturer: 'Example Networks',
      model: 'X-64',
      partNumber: 'EN-X64',
      rackUnits: 2,
      // 44.1 lb are 20.0 kg.
      weightKg: 20,
      airflowOptions: ['front-to-rear'],
      psu: { count: 2, inlet: 'C20' },
      asOf: '2026-05-04',
    });
  });

  it('leaves unknown what two inlets that back each other up do not tell', () => {
    const part = createDevicePart(type, { kind: 'switch', gpuCount: null }, source);
    expect(part.powerMaxW).toBe(null);
    expect(part.notes).toContain('Each of its 2 inlets may draw 2400 W');
    const single = read(SWITCH.replace(/ {2}- name: PSU2[\s\S]*?2400\n/, ''));
    expect(createDevicePart(single, { kind: 'switch', gpuCount: null }, source).powerMaxW).toBe(2400);
  });

  it('has its equal interfaces in one block, and names what is no socket', () => {
    const { portBlocks, leftOut } = createPortBlocks(type, 'switch');
    expect(
      portBlocks.map(({ id, cageCount, formFactor, modes }) => [id, cageCount, formFactor, modes[0]?.speedGbps]),
    ).toEqual([
      ['data', 64, 'OSFP', 800],
      ['data-2', 2, 'SFP28', 25],
      ['mgmt', 1, 'RJ45', 1],
    ]);
    expect(leftOut).toEqual([{ type: 'virtual', count: 1 }]);
  });
});

describe('a server', () => {
  const type = read(`
manufacturer: Example
model: G8
u_height: 8
interfaces:
${list('nic', 8, '400gbase-x-qsfp112')}${list('stor', 2, '200gbase-x-qsfp56')}${list('eth', 2, '10gbase-t')}  - { name: bmc, type: 1000base-t, mgmt_only: true }
`);

  it('is told from a switch by its few ports, and takes its GPUs from the user', () => {
    expect(guessDeviceKind(type)).toBe('server');
    const part = createDevicePart(type, { kind: 'server', gpuCount: 8 }, source);
    expect(partSchema.parse(part)).toEqual(part);
    expect(part).toMatchObject({ kind: 'server', category: 'gpu_server', gpuCount: 8, partNumber: null });
    expect(part.portBlocks.map(({ role }) => role)).toEqual(['compute', 'storage_inband', 'host_mgmt', 'bmc']);
  });
});

describe('interface types', () => {
  it.each([
    ['100base-tx', 'RJ45', 0.1, 1],
    ['2.5gbase-t', 'RJ45', 2.5, 1],
    ['1000base-x-sfp', 'SFP', 1, 1],
    ['10gbase-x-sfpp', 'SFP+', 10, 1],
    ['100gbase-x-qsfp28', 'QSFP28', 100, 4],
    ['400gbase-x-qsfpdd', 'QSFP-DD', 400, 8],
    ['800gbase-x-qsfpdd', 'QSFP-DD800', 800, 8],
    ['1.6tbase-x-osfp1600', 'OSFP1600', 1600, 8],
    ['infiniband-hdr', 'QSFP56', 200, 4],
    ['infiniband-ndr', null, 400, 4],
  ])('%s is %s at %d Gb/s over %d lanes', (type, formFactor, speedGbps, lanes) => {
    expect(readInterfaceType(type)).toMatchObject({ formFactor, speedGbps, lanes });
  });

  it.each(['virtual', 'lag', 'ieee802.11ax', '10gbase-x-xenpak', '900gbase-x-osfp', 'other'])('%s is none', (type) => {
    expect(readInterfaceType(type)).toBe(null);
  });
});

describe('a file that is no device type', () => {
  const refuse = (yaml: string): string => {
    const parsed = parseDeviceType(yaml, 'a.yaml');
    return parsed.ok ? 'was read' : parsed.error;
  };

  it('is refused with the place and the reason', () => {
    expect(refuse('model: [1, 2\nu_height: 3')).toMatch(/^a\.yaml is not YAML: line 2: /);
    expect(refuse('- 1\n- 2')).toContain('no NetBox device type');
    expect(refuse('kind: Deployment')).toContain('neither manufacturer nor model');
    expect(refuse('manufacturer: A\nmodel: B')).toBe('a.yaml is not a whole NetBox device type: u_height is missing.');
    expect(refuse(SWITCH.replace('u_height: 2', 'u_height: two'))).toContain('u_height must be a number');
    expect(refuse(SWITCH.replace('weight_unit: lb', 'weight_unit: stone'))).toContain(
      'weight_unit must be one of kg, g',
    );
  });

  it('does not run up memory by aliases', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((key, at) => `${key}: &${key} [${Array(10).fill(`*${'abcdefgh'[at]}`).join(',')}]`)
      .join('\n')}\nmodel: *h`;
    expect(refuse(bomb)).toContain('a.yaml');
  });
});
