/** Labels of the small network; what each cable joins is told in test/support/small-network.ts. */
import { describe, expect, it } from 'vitest';
import { createCableEnds } from '#core/netlist/cable-ends.ts';
import { createCableLabels, findLabelClash } from '#core/netlist/cable-labels.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { smallNetlist } from '../../support/small-network.ts';

function withTemplate(labelTemplate: string): Netlist {
  return { ...smallNetlist, cabling: { ...smallNetlist.cabling, labelTemplate } };
}

function label(template: string, cable: number): string {
  const netlist = withTemplate(template);
  return createCableLabels(netlist, createCableEnds(netlist)).format(cable);
}

function clash(template: string) {
  const netlist = withTemplate(template);
  return findLabelClash(createCableLabels(netlist, createCableEnds(netlist)), netlist.cableCount);
}

describe('cable labels', () => {
  it('fill in numbers, names and places of both ends', () => {
    // Cable 6: server 3 in rack 2, unit 1, port 2, to leaf 2, cage 2, port 1, which stands nowhere.
    expect(label('{n:6}', 5)).toBe('000006');
    expect(label('{purpose} {link} day {phase:2} {length} m', 5)).toBe('compute link-1 day 01 5 m');
    expect(label('{a.device} {a.rack} U{a.unit:2} {a.port}', 5)).toBe('=srv-2-03 Zürich 2 U01 compute 1/2');
    expect(label('{b.device} {b.rack}|{b.unit}|{b.port}', 5)).toBe('-leaf-2 ||data 2/1');
  });

  it('name all ports of a cable that joins whole cages', () => {
    expect(label('{a.port} > {b.port}', 6)).toBe('data 3/1-2 > data 3/1-2');
  });

  it('fall back to the default where the template cannot be read, and say why', () => {
    const netlist = withTemplate('{oops}');
    const labels = createCableLabels(netlist, createCableEnds(netlist));
    expect(labels.problem).toMatch(/^There is no field \{oops\}/);
    expect(labels.format(0)).toBe('C000001');
  });
});

describe('findLabelClash', () => {
  it('finds none where cables are numbered or told by both ends', () => {
    expect(clash('{n}')).toBeNull();
    expect(clash('{a.device} {a.port}')).toBeNull();
  });

  it('counts the cables of equal labels and shows two of them', () => {
    // Each server has two cables; leaf 1 the other two.
    expect(clash('{a.device}')).toEqual({ cableCount: 8, example: { label: '=srv-1-01', first: 0, second: 1 } });
    // Six to leaves by link-1, one each of link-2 and link-3.
    expect(clash('{link}')?.cableCount).toBe(6);
  });
});
