/** The cable schedule, parsed back. What each row must say follows from the drawing in test/support/small-network.ts. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writeCableSchedule } from '#core/io/cable-schedule.ts';
import { finishExport } from '#core/io/export-progress.ts';
import { createScheduleReader } from '#core/io/schedule-rows.ts';
import { NONE, type Netlist } from '#core/netlist/netlist.ts';
import { createPairs } from '../../support/many-cables.ts';
import { smallNetlist } from '../../support/small-network.ts';

const write = (netlist: Netlist): Promise<string> => finishExport(writeCableSchedule(netlist));

async function readSchedule(netlist: Netlist): Promise<Record<string, string>[]> {
  const { data, errors } = Papa.parse<Record<string, string>>(await write(netlist), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

describe('writeCableSchedule', () => {
  it('has one row for each cable', async () => {
    const rows = await readSchedule(smallNetlist);
    expect(rows.map((row) => row['Label'])).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `C00000${n}`));
  });

  it('says where both ends of a fibre go', async () => {
    // Server 3 (first of pod 2) is alone in rack 2; its port 2 leads to leaf 2, which gives its third port: cage 2, port 1.
    expect((await readSchedule(smallNetlist))[5]).toMatchObject({
      Label: 'C000006',
      Fabric: '#N/A',
      Purpose: 'compute',
      Link: 'link-1',
      Phase: '1',
      'A rack': 'Zürich 2',
      'A unit': '1',
      'A device': "'=srv-2-03",
      'A ports': 'compute',
      'A cage': '1',
      'A port': '2',
      // The model, as in the parts list; what it is ordered by beside it.
      'A transceiver': 'Twin-port module',
      'A transceiver part number': "'+T800",
      'B rack': '',
      'B unit': '',
      'B device': "'-leaf-2",
      'B ports': 'data',
      'B cage': '2',
      'B port': '1',
      'B transceiver': 'Twin-port module',
      'B transceiver part number': "'+T800",
      Cable: 'MPO fibre',
      'Cable part number': 'F-5',
      'Bought length (m)': '5',
      'Run (m)': '4.5',
      'Run is': 'planned',
      'Speed (Gb/s)': '400',
      Connections: '1',
      Note: '',
    });
  });

  it('names all ports that one cable joins', async () => {
    const copper = (await readSchedule(smallNetlist)).filter((row) => row['Link'] === 'link-2');
    expect(copper.map((row) => [row['Label'], row['A cage'], row['A port'], row['B cage'], row['B port']])).toEqual([
      ['C000007', '3', '1-2', '3', '1-2'],
    ]);
    // Sold lengths are not known: only the run is stated. A DAC takes no transceiver.
    expect(copper[0]).toMatchObject({
      Connections: '2',
      'Bought length (m)': '',
      'Run (m)': '1.5',
      'A transceiver': '',
      Note: 'lengths on sale are not known',
    });
  });

  it('keeps a cable whose kind is not chosen, and says why', async () => {
    expect((await readSchedule(smallNetlist))[7]).toMatchObject({
      Medium: '',
      'Cable part number': '',
      Note: 'no medium: nothing reaches 900 m',
    });
  });

  it('has a row without a label for a connection the chosen cable cannot make', async () => {
    const connectionCable = smallNetlist.connectionCable.slice();
    connectionCable[7] = NONE;
    const rows = await readSchedule({ ...smallNetlist, connectionCable });
    expect(rows[6]).toMatchObject({ Label: 'C000007', 'A port': '1', Connections: '1' });
    expect(rows[8]).toMatchObject({
      Label: '',
      Link: 'link-2',
      'A cage': '3',
      'A port': '2',
      'Cable part number': '',
      Note: 'the chosen cable cannot make this connection',
    });
  });

  it('has a row for each of two trunks of one connection, to the same ports', async () => {
    const doubled = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7];
    const pick = (values: Uint32Array): Uint32Array => Uint32Array.from(doubled, (cable) => values[cable] as number);
    const rows = await readSchedule({
      ...smallNetlist,
      connectionCable: Int32Array.of(0, 2, 4, 6, 8, 10, 12, 12, 13),
      cableCount: 14,
      cableLink: pick(smallNetlist.cableLink),
      cableCageA: pick(smallNetlist.cableCageA),
      cableCageB: pick(smallNetlist.cableCageB),
      cableStock: pick(smallNetlist.cableStock),
      cableLengthM: Float32Array.from(doubled, (cable) => smallNetlist.cableLengthM[cable] as number),
    });
    const ends = rows.map(
      (row) => `${row['Label']} ${row['A device']} ${row['A port']} ${row['B cage']}/${row['B port']}`,
    );
    expect(ends.slice(2, 4)).toEqual(["C000003 '=srv-1-01 2 1/1", "C000004 '=srv-1-01 2 1/1"]);
    expect(ends).toHaveLength(14);
  });

  it('says what the window says of the same row', async () => {
    const reader = createScheduleReader(smallNetlist);
    (await readSchedule(smallNetlist)).forEach((row, index) => {
      const shown = reader.readRow(index);
      expect([row['Label'], row['B rack'], row['Run (m)'], row['Note']]).toEqual([
        shown.label,
        shown.b.rack,
        String(shown.runM),
        shown.note,
      ]);
    });
  });

  it('ends every line with CRLF and starts with the header', async () => {
    const text = await write(smallNetlist);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.split('\r\n')).toHaveLength(1 + 8 + 1);
    expect(text.endsWith('\r\n')).toBe(true);
    // Zürich is not ASCII: the mark makes Excel read it as UTF-8.
    expect(text.startsWith('\uFEFFLabel,Fabric,')).toBe(true);
    expect((await write({ ...smallNetlist, rackGroups: [] })).startsWith('Label,')).toBe(true);
  });

  it('disarms text that a spreadsheet would run, and leaves numbers alone', async () => {
    const named = (nameTemplate: string): Netlist => ({
      ...smallNetlist,
      groups: smallNetlist.groups.map((group) => ({ ...group, nameTemplate })),
    });
    for (const name of ['=1+1', '-leaf', '+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=1\n+2', '＝1', '=a"b,c']) {
      const text = await write(named(name));
      expect(text, JSON.stringify(name)).toContain(`"'${name.replaceAll('"', '""')}"`);
    }
    expect(await write(smallNetlist)).toContain(',400,');
    expect(await write(named('leaf-1'))).toContain(',leaf-1,');
  });

  it('has only the header when nothing is wired', async () => {
    const nothing = { connectionCount: 0, connectionCable: new Int32Array(), cableCount: 0 };
    expect((await write({ ...smallNetlist, ...nothing })).split('\r\n')).toHaveLength(2);
  });

  it('writes 300,000 rows, telling how far it is', () => {
    const steps = writeCableSchedule(createPairs(300_000));
    const shares: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) shares.push(step.value.share);
    expect(shares.length).toBeGreaterThan(20);
    expect(shares).toEqual(shares.toSorted((x, y) => x - y));
    const lines = step.value.split('\r\n');
    expect(lines).toHaveLength(300_002);
    expect(lines[300_000]).toMatch(/^C300000,/);
  });
});
