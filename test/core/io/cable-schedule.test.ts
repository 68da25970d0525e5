/** The cable schedule, parsed back. What each row must say follows from the drawing in test/support/small-network.ts. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writeCableSchedule } from '#core/io/cable-schedule.ts';
import { NONE, type Netlist } from '#core/netlist/netlist.ts';
import { createPairs } from '../../support/many-cables.ts';
import { smallNetlist } from '../../support/small-network.ts';

function readSchedule(netlist: Netlist): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(writeCableSchedule(netlist), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

describe('writeCableSchedule', () => {
  const rows = readSchedule(smallNetlist);

  it('has one row for each connection of each cable', () => {
    expect(rows).toHaveLength(9);
    expect(new Set(rows.map((row) => row['Cable'])).size).toBe(8);
  });

  it('says where both ends of a fibre go', () => {
    // Server 3 (first of pod 2) is alone in rack 2; its port 2 leads to leaf 2, which gives its third port: cage 2, port 1.
    expect(rows[5]).toEqual({
      Cable: 'C6',
      Connection: '6',
      Fabric: '#N/A',
      Link: 'link-1',
      'Speed (Gb/s)': '400',
      Medium: 'fiber, MPO fibre',
      'Cable part number': 'F-5',
      'Bought length (m)': '5',
      'Planned run (m)': '4.5',
      'A device': "'=srv-2-03",
      'A rack': 'Zürich 2',
      'A unit': '1',
      'A ports': 'compute',
      'A cage': '1',
      'A port': '2',
      'A transceiver': "'+T800",
      'B device': "'-leaf-2",
      'B rack': '',
      'B unit': '',
      'B ports': 'data',
      'B cage': '2',
      'B port': '1',
      'B transceiver': "'+T800",
      Note: '',
    });
  });

  it('gives both connections of one cable the same label', () => {
    const copper = rows.filter((row) => row['Link'] === 'link-2');
    expect(copper.map((row) => [row['Cable'], row['A cage'], row['A port'], row['B cage'], row['B port']])).toEqual([
      ['C7', '3', '1', '3', '1'],
      ['C7', '3', '2', '3', '2'],
    ]);
    // Sold lengths are not known: only the planned run is stated. A DAC takes no transceiver.
    expect(copper[0]).toMatchObject({ 'Bought length (m)': '', 'Planned run (m)': '1.5', 'A transceiver': '' });
  });

  it('keeps a cable whose kind is not chosen, and says why', () => {
    expect(rows[8]).toMatchObject({
      Cable: 'C8',
      Medium: '',
      'Cable part number': '',
      Note: 'no medium: nothing reaches 900 m',
    });
  });

  it('has a row without a label for a connection the chosen cable cannot make', () => {
    const connectionCable = smallNetlist.connectionCable.slice();
    connectionCable[7] = NONE;
    const row = readSchedule({ ...smallNetlist, connectionCable })[7];
    expect(row).toMatchObject({
      Cable: '',
      Connection: '8',
      Note: 'the chosen cable cannot make this connection',
    });
  });

  it('has a row for each of two trunks of one connection', () => {
    const trunked: Netlist = {
      ...smallNetlist,
      connectionCable: Int32Array.of(0, 2, 4, 6, 8, 10, 12, 12, 13),
      cableCount: 14,
      cableLink: Uint32Array.of(...Array.from({ length: 12 }, () => 0), 1, 2),
    };
    const labels = readSchedule(trunked).map((row) => `${row['Connection']} ${row['Cable']}`);
    expect(labels.slice(0, 4)).toEqual(['1 C01', '1 C02', '2 C03', '2 C04']);
    expect(labels.slice(-3)).toEqual(['7 C13', '8 C13', '9 C14']);
  });

  it('ends every line with CRLF and starts with the header', () => {
    const text = writeCableSchedule(smallNetlist);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.split('\r\n')).toHaveLength(1 + 9 + 1);
    expect(text.endsWith('\r\n')).toBe(true);
    // Zürich is not ASCII: the mark makes Excel read it as UTF-8.
    expect(text.startsWith('\uFEFFCable,Connection,Fabric,')).toBe(true);
    expect(writeCableSchedule({ ...smallNetlist, rackGroups: [] }).startsWith('Cable,')).toBe(true);
  });

  it('disarms text that a spreadsheet would run, and leaves numbers alone', () => {
    const named = (nameTemplate: string): Netlist => ({
      ...smallNetlist,
      groups: smallNetlist.groups.map((group) => ({ ...group, nameTemplate })),
    });
    for (const name of ['=1+1', '-leaf', '+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=1\n+2', '＝1', '=a"b,c']) {
      const text = writeCableSchedule(named(name));
      expect(text, JSON.stringify(name)).toContain(`"'${name.replaceAll('"', '""')}"`);
    }
    expect(writeCableSchedule(smallNetlist)).toContain(',400,');
    expect(writeCableSchedule(named('leaf-1'))).toContain(',leaf-1,');
  });

  it('has only the header when nothing is wired', () => {
    expect(writeCableSchedule({ ...smallNetlist, links: [] }).split('\r\n')).toHaveLength(2);
  });

  it('writes 300,000 rows', () => {
    const netlist = createPairs(300_000);
    const text = writeCableSchedule(netlist);
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(300_002);
    expect(lines[300_000]).toMatch(/^C300000,300000,/);
  });
});
