/** Questions to the schedule of the small network, answered by hand from the drawing in test/support/small-network.ts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScheduleKey } from '#core/io/schedule-columns.ts';
import { createScheduleIndex, type ScheduleQuery } from '#core/io/schedule-index.ts';
import { createScheduleReader } from '#core/io/schedule-rows.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { createPairs } from '../../support/many-cables.ts';
import { smallNetlist } from '../../support/small-network.ts';

const anything: ScheduleQuery = { text: '', columns: {}, sort: null, about: null };
const index = createScheduleIndex(createScheduleReader(smallNetlist));

function ask(query: Partial<ScheduleQuery>): number[] {
  return [...index.findRows({ ...anything, ...query })];
}

function sortBy(netlist: Netlist, key: ScheduleKey, isDescending = false): number[] {
  return [...createScheduleIndex(createScheduleReader(netlist)).findRows({ ...anything, sort: { key, isDescending } })];
}

describe('finding rows', () => {
  it('gives all in the order of the netlist when nothing is asked', () => {
    expect(ask({})).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('looks for every word in every column, whatever the case', () => {
    expect(ask({ text: 'COPPER' })).toEqual([6]);
    // Server 3 stands in the second rack.
    expect(ask({ text: 'zürich srv-2' })).toEqual([4, 5]);
    expect(ask({ text: 'leaf-2 f-5' })).toEqual([1, 3, 5]);
    expect(ask({ text: 'c000008' })).toEqual([7]);
    expect(ask({ text: 'nowhere' })).toEqual([]);
  });

  it('narrows by column, numbers also by comparison', () => {
    expect(ask({ columns: { aDevice: 'srv-1', aPorts: '2' } })).toEqual([1, 3]);
    expect(ask({ columns: { run: '>4' } })).toEqual([0, 1, 2, 3, 4, 5, 7]);
    expect(ask({ columns: { run: '<= 4.5', connections: '=2' } })).toEqual([6]);
    // The lengths of the copper cable are not known: they are neither above nor below.
    expect(ask({ columns: { length: '>=0' } })).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('keeps the cables at chosen objects', () => {
    expect(ask({ about: [{ kind: 'link', id: 'link-2' }] })).toEqual([6]);
    expect(ask({ about: [{ kind: 'device', id: 'device-1', member: 1 }] })).toEqual([2, 3]);
    expect(ask({ about: [{ kind: 'rack', id: 'rack-1', member: 1 }] })).toEqual([4, 5]);
    expect(ask({ about: [{ kind: 'fabric', id: 'fabric-1' }] })).toHaveLength(8);
    expect(ask({ about: [] })).toEqual([]);
  });
});

describe('sorting rows', () => {
  it('counts numbers inside names as numbers, and keeps the order of equals', () => {
    const netlist = createPairs(12);
    // =srv-1-01, =srv-1-02, =srv-2-03 ... and -leaf-1 ... -leaf-12.
    expect(sortBy(netlist, 'bDevice')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(sortBy(smallNetlist, 'bDevice')).toEqual([0, 2, 4, 1, 3, 5, 6, 7]);
    expect(sortBy(smallNetlist, 'bDevice', true)).toEqual([1, 3, 5, 6, 7, 0, 2, 4]);
  });

  it('puts what is not known last', () => {
    // Leaf 2 stands in no rack.
    expect(sortBy(smallNetlist, 'bRack')).toEqual([0, 2, 4, 1, 3, 5, 6, 7]);
    expect(sortBy(smallNetlist, 'length')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('orders labels as they read, by the fields of their template', () => {
    const cabling = { ...smallNetlist.cabling, labelTemplate: '{b.device}-{a.device}-{n}' };
    const netlist = { ...smallNetlist, cabling };
    const reader = createScheduleReader(netlist);
    expect(sortBy(netlist, 'label').map((row) => reader.readRow(row).label)).toEqual([
      '-leaf-1-=srv-1-01-1',
      '-leaf-1-=srv-1-02-3',
      '-leaf-1-=srv-2-03-5',
      '-leaf-2--leaf-1-7',
      '-leaf-2--leaf-1-8',
      '-leaf-2-=srv-1-01-2',
      '-leaf-2-=srv-1-02-4',
      '-leaf-2-=srv-2-03-6',
    ]);
    expect(sortBy(smallNetlist, 'label', true)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
  });

  it('never loses or doubles a row', () => {
    const reader = createScheduleReader(createPairs(300));
    const many = createScheduleIndex(reader);
    fc.assert(
      fc.property(
        fc.constantFrom(...reader.columns.keys()),
        fc.boolean(),
        fc.constantFrom('', '1', 'leaf', 'srv-2 7'),
        (key, isDescending, text) => {
          const sorted = many.findRows({ ...anything, text, sort: { key, isDescending } });
          const plain = many.findRows({ ...anything, text });
          expect(Array.from(sorted).toSorted((x, y) => x - y)).toEqual([...plain]);
        },
      ),
    );
  });
});
