import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDesign, type Design } from '#core/design/design.ts';
import { APP_NAME, FILE_VERSION, parseDesign, serializeDesign } from '#core/io/design-file.ts';
import { migrate, migrations } from '#core/io/migrations.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const name = 'pod.weft';

function refusal(text: string): { reason: string; message: string } {
  const result = parseDesign(text, name);
  if (result.ok) throw new Error('The file was accepted');
  expect(result.error.message).toContain(name);
  return result.error;
}

/** The text of a small design with the value at the place changed, or removed when it is undefined. */
function textWith(place: readonly string[], value: unknown): string {
  const envelope: unknown = JSON.parse(serializeDesign(createSmallDesign()));
  let parent = envelope as Record<string, unknown>;
  for (const key of place.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  parent[place.at(-1) ?? ''] = value;
  return JSON.stringify(envelope);
}

describe('serializeDesign', () => {
  it('writes sorted keys, two-space indent and a trailing newline', () => {
    expect(serializeDesign(createDesign('A'))).toBe(`{
  "app": "${APP_NAME}",
  "design": {
    "devices": {},
    "fabrics": {},
    "links": {},
    "name": "A",
    "notes": "",
    "parts": {},
    "placements": {},
    "racks": {}
  },
  "format": "weft-design",
  "version": 1
}
`);
  });

  it('does not depend on the order in which records were added', () => {
    const design = createSmallDesign();
    const reversed = { ...design, devices: Object.fromEntries(Object.entries(design.devices).reverse()) };
    expect(serializeDesign(reversed)).toBe(serializeDesign(design));
  });

  it('is undone by parsing, and parsing by it', () => {
    const design = createSmallDesign();
    const text = serializeDesign(design);
    const parsed = parseDesign(text, name);
    expect(parsed).toEqual({ ok: true, value: design });
    expect(parsed.ok && serializeDesign(parsed.value)).toBe(text);
  });

  it('names this product as package.json does', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    expect(APP_NAME).toBe(`${manifest.productName} ${manifest.version}`);
  });
});

describe('parseDesign', () => {
  it('opens the saved file of every past version', () => {
    for (let version = 1; version <= FILE_VERSION; version += 1) {
      const file = new URL(`../../formats/v${version}-rail-pod.weft`, import.meta.url);
      const result = parseDesign(readFileSync(file, 'utf8'), 'rail-pod.weft');
      expect(result).toMatchObject({ ok: true });
      const design = (result as { value: Design }).value;
      expect(design.name).toBe('Rail pod');
      expect(Object.values(design.devices).map((device) => [device.name, device.count])).toEqual([
        ['DGX H100', 32],
        ['leaf', 8],
        ['spine', 4],
      ]);
      expect(Object.values(design.links).map((link) => link.pattern)).toEqual(['rail', 'mesh', 'explicit']);
    }
  });

  it('has one migration for every past version', () => {
    expect(migrations).toHaveLength(FILE_VERSION - 1);
    const design = { name: 'kept' };
    expect(migrate(design, FILE_VERSION)).toBe(design);
  });

  it('accepts any key order, spacing and a byte order mark', () => {
    const design = createSmallDesign();
    const { app, ...rest } = JSON.parse(serializeDesign(design));
    expect(parseDesign(`\uFEFF${JSON.stringify({ ...rest, app })}`, name)).toEqual({ ok: true, value: design });
  });

  it('calls a file that ends early truncated, wherever it was cut', () => {
    const text = serializeDesign(createSmallDesign()).trimEnd();
    for (let length = 1; length < text.length; length += 7) {
      const { reason, message } = refusal(text.slice(0, length));
      expect(reason).toBe('truncated');
      expect(message).toContain(`line ${text.slice(0, length).split('\n').length}`);
    }
    for (const number of ['-', '14.', '1e', '1E+', '2.5e-'])
      expect(refusal(`{"x": ${number}`).reason, number).toBe('truncated');
    expect(refusal('{"x": 14.}').reason).toBe('not-json');
    expect(refusal('').reason).toBe('truncated');
    expect(refusal('\n').reason).toBe('truncated');
  });

  it('gives line and column where a text stops being JSON', () => {
    const { reason, message } = refusal('{\n  "format": "weft-design",\n  "version": 1;\n}');
    expect(reason).toBe('not-json');
    expect(message).toContain('line 3, column 15');
    expect(refusal('{"a": 01}').message).toContain('line 1, column 8');
    expect(refusal('{"a": tru}').message).toContain('line 1, column 7');
    expect(refusal('{"a": "\t"}').message).toContain('line 1, column 8');
    expect(refusal('{"a": 1} x').message).toContain('line 1, column 10');
    expect(refusal('{"a": [1,]}').message).toContain('line 1, column 10');
  });

  it('refuses what is not a Weft design', () => {
    expect(refusal('PK\u0003\u0004').reason).toBe('not-json');
    expect(refusal('\0\0\0\0').reason).toBe('not-json');
    expect(refusal('{}').reason).toBe('not-weft');
    expect(refusal('{"format":"other","version":1,"design":{}}').reason).toBe('not-weft');
    expect(refusal('{"format":"other","version":9}').message).toContain('choose a file that Weft saved');
  });

  it('names both versions and the remedy for a file of a newer version', () => {
    const { reason, message } = refusal(textWith(['version'], 7).replace(APP_NAME, 'Weft 3.2.0'));
    expect(reason).toBe('newer-version');
    expect(message).toBe(
      `pod.weft was saved by Weft 3.2.0 in file version 7; this is ${APP_NAME}, which reads up to version 1. Update Weft to open it.`,
    );
  });

  it.each([
    [['version'], 0, 'version must be a whole number'],
    [['design'], undefined, 'design is missing'],
    [['design', 'devices', 'leaf-1', 'role'], undefined, 'devices.leaf-1.role is missing'],
    [['design', 'devices', 'leaf-1', 'count'], 0, 'devices.leaf-1.count must be more than 0'],
    [['design', 'devices', 'leaf-1', 'count'], 1.5, 'devices.leaf-1.count must be a whole number'],
    [['design', 'name'], 5, 'name must be a text'],
    [['design', 'links', 'link-1', 'pattern'], 'ring', 'links.link-1.pattern must be one of mesh, rail'],
    [['design', 'racks', 'extra'], { id: 'extra' }, 'racks.extra.name is missing'],
    [
      ['design', 'links', 'link-1', 'medium'],
      { kind: 'string' },
      'links.link-1.medium.kind is none of the known kinds',
    ],
    [['design', 'racks', 'rack-1', 'colour'], 'red', 'racks.rack-1 has an unknown entry colour'],
  ] as const)('says where the fault is: %s = %o', (place, value, expected) => {
    const { reason, message } = refusal(textWith(place, value));
    expect(reason).toBe('invalid');
    expect(message).toContain(expected);
  });

  it.each(['__proto__', '\\u005f_proto_\\u005F'])('refuses reserved names instead of dropping them: %s', (key) => {
    const text = serializeDesign(createSmallDesign()).replace('"leaf-1": {', `"${key}": {`);
    const { reason, message } = refusal(text);
    expect(reason).toBe('invalid');
    expect(message).toContain('devices has an entry with the reserved name __proto__');
  });

  it('refuses a number that is too large for a number', () => {
    const text = serializeDesign(createSmallDesign()).replace('"lengthM": 30', '"lengthM": 1e999');
    expect(refusal(text).message).toContain('links.link-1.lengthM must be');
  });

  it('survives any depth of nesting', () => {
    expect(refusal('{"a":'.repeat(100_000)).reason).toBe('truncated');
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(refusal(textWith(['design', 'notes'], 'HERE').replace('"HERE"', deep)).reason).toBe('invalid');
  });

  it('names the place of a broken reference', () => {
    const { reason, message } = refusal(textWith(['design', 'links', 'link-1', 'a', 'deviceId'], 'gone'));
    expect(reason).toBe('broken-reference');
    expect(message).toContain('links.link-1.a.deviceId: there is no device gone');
  });
});
