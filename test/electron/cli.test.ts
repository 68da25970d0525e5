/** The command line, run in process on files of a temporary folder. */
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { serializeDesign } from '#core/io/design-file.ts';
import { runCli } from '../../electron/cli/run-cli.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import { createSmallDesign } from '../support/small-design.ts';
import { provideTemporaryFolder } from '../support/temporary-folder.ts';

async function run(...args: string[]): Promise<{ code: number; printed: string; complained: string }> {
  const result = { code: 0, printed: '', complained: '' };
  result.code = await runCli(args, {
    print: (text) => (result.printed += text),
    complain: (text) => (result.complained += text),
  });
  return result;
}

describe('weft', () => {
  const folder = provideTemporaryFolder();
  let file = '';

  beforeEach(() => {
    file = join(folder(), 'small.weft');
    writeFileSync(file, serializeDesign(createSmallDesign()));
  });

  // The small design: 4 servers of 8 GPUs and 2 leaf switches; 2 pairs of members with 4 connections each.
  it('report prints what the design comes to', async () => {
    const { code, printed, complained } = await run('report', file);
    expect([code, complained]).toEqual([0, '']);
    expect(printed).toMatch(
      /^Small\n {2}GPUs +32\n {2}Racks +2\n {2}Devices +6, of which 2 switches\n {2}Connections +8\n/,
    );
    expect(printed).toMatch(/Fabric Compute\n/);
    expect(printed).toMatch(/\n {2}4 +DGX H100/);
    expect(printed).toMatch(/\nProblems: \d+ errors, \d+ warnings, \d+ hints\n/);
  });

  it('report names the spares of a part', async () => {
    const spares = { server: { percent: 0, minimum: 1, packSize: 1 } };
    writeFileSync(file, serializeDesign({ ...createSmallDesign(), spares }));
    expect((await run('report', file)).printed).toMatch(/\n {2}4 \+ 1 spare +DGX H100/);
  });

  it('report --json prints the report itself, and --out writes it', async () => {
    const { printed } = await run('report', file, '--json');
    expect(JSON.parse(printed)).toMatchObject({ designName: 'Small', totals: { gpuCount: 32, connectionCount: 8 } });
    // Two racks of two DGX H100 each.
    expect(JSON.parse(printed)).toMatchObject({ facility: { racks: { maxW: { value: [20_400, 20_400] } } } });
    const out = join(folder(), 'report.json');
    expect(await run('report', file, '--json', '--out', out)).toEqual({ code: 0, printed: `${out}\n`, complained: '' });
    expect(readFileSync(out, 'utf8')).toBe(printed);
  });

  it('bom writes the workbook beside the design, or where --out says', async () => {
    const beside = join(folder(), 'small.xlsx');
    expect(await run('bom', file)).toEqual({ code: 0, printed: `${beside}\n`, complained: '' });
    const out = join(folder(), 'order.xlsx');
    await run('bom', '--out', out, file);
    expect(readFileSync(out)).toEqual(readFileSync(beside));
    const book = readWorkbook(readFileSync(out));
    expect(book.names).toEqual([
      'Summary',
      'BOM',
      'Cost',
      'Cables',
      'Ports',
      'Power',
      'Feeds and cooling',
      'BOM by fabric',
      'BOM by rack',
      'BOM by phase',
      'Cable schedule',
    ]);
    expect(book.sheet('Summary').cells['C2']?.v).toBe('Small');
  });

  it('cables writes a row for each cable', async () => {
    expect((await run('cables', file)).code).toBe(0);
    const lines = readFileSync(join(folder(), 'small.csv'), 'utf8').split('\r\n');
    expect(lines).toHaveLength(1 + 8 + 1);
    expect(lines[1]).toContain(',Compute rack 1,1,gpu-1,compute,1,1,');
    expect(lines[1]).toContain(',,,leaf-1,data,1,1,');
  });

  it('check gives 0 without errors and 1 with one', async () => {
    const design = createSmallDesign();
    const missing = { ...design.devices['gpu-1'], partId: 'no-such-part' } as (typeof design.devices)[string];
    const broken = { ...design, devices: { ...design.devices, 'gpu-1': missing }, links: {} };
    writeFileSync(file, serializeDesign(broken));
    const { code, printed } = await run('check', file);
    expect(code).toBe(1);
    expect(printed).toMatch(/^Problems: [1-9]\d* errors/);
    expect(printed).toContain('no-such-part');
    const json: unknown = JSON.parse((await run('check', file, '--json')).printed);
    expect(json).toContainEqual(expect.objectContaining({ severity: 'error', code: 'part.missing' }));

    writeFileSync(file, serializeDesign({ ...design, devices: {}, placements: {}, links: {}, racks: {} }));
    expect((await run('check', file)).code).toBe(0);
  });

  it('says in one sentence why a file cannot be read', async () => {
    const absent = await run('report', join(folder(), 'absent.weft'));
    expect(absent).toMatchObject({ code: 2, printed: '' });
    expect(absent.complained).toMatch(/^weft: "absent\.weft" is not in .+\.\n$/);
    writeFileSync(file, '{"format":');
    expect((await run('bom', file)).complained).toMatch(/^weft: small\.weft .+\.\n$/);
  });

  it('says in one sentence why a file cannot be written', async () => {
    const { code, complained } = await run('bom', file, '--out', join(folder(), 'absent', 'order.xlsx'));
    expect(code).toBe(2);
    expect(complained).toMatch(/^weft: The folder .+\.\n$/);
  });

  it('never writes over the design, by whatever name', async () => {
    const before = readFileSync(file);
    const link = join(folder(), 'link.xlsx');
    symlinkSync(file, link);
    for (const out of [file, link]) {
      const { code, complained } = await run('bom', file, '--out', out);
      expect(code).toBe(2);
      expect(complained).toContain('the design itself');
    }
    expect(readFileSync(file)).toEqual(before);
  });

  it.each([
    [[], 'Name a command'],
    [['draw', 'x.weft'], "There is no command 'draw'"],
    [['report'], 'Name the design'],
    [['report', 'a.weft', 'b.weft'], "not 'b.weft' as well"],
    [['bom', 'a.weft', '--json'], 'use --json with report or check'],
    [['bom', 'a.weft', '--out', ''], '--out needs a file name'],
    [['bom', 'a.weft', '--out'], "'--out <value>' argument missing"],
    [['report', 'a.weft', '--fast'], "Unknown option '--fast'"],
  ])('refuses %j with a sentence and a hint', async (args, sentence) => {
    const { code, complained } = await run(...args);
    expect(code).toBe(2);
    expect(complained).toContain(sentence);
    expect(complained).toMatch(/^weft: .+\.\nTry 'weft --help'\.\n$/);
  });

  it('--help prints the usage', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, complained: '' });
    expect((await run('bom', '-h')).printed).toMatch(/^Usage: weft/);
  });

  it('does not let names steer the terminal', async () => {
    writeFileSync(file, serializeDesign({ ...createSmallDesign(), name: 'red\u001B[31m alert' }));
    expect((await run('report', file)).printed).not.toContain('\u001B');
  });
});
