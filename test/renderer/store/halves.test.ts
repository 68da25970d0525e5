import { describe, expect, it } from 'vitest';
import {
  dropView,
  type Halves,
  isShown,
  putInHalf,
  reveal,
  split,
  switchHalves,
  unsplit,
  viewOfHalf,
} from '../../../renderer/store/halves.ts';

const one: Halves = { view: 'topology', otherView: null, activeHalf: 'left' };
const two: Halves = { view: 'topology', otherView: 'bom', activeHalf: 'left' };
const show = (halves: Halves) => [viewOfHalf(halves, 'left'), viewOfHalf(halves, 'right')];

describe('the halves of the centre', () => {
  it('are one until they are split, and one again with the view being worked in', () => {
    expect(show(one)).toEqual(['topology', null]);
    expect(split(one, 'cables')).toEqual({ view: 'topology', otherView: 'cables', activeHalf: 'left' });
    expect(unsplit(switchHalves(two))).toEqual({ view: 'bom', otherView: null, activeHalf: 'left' });
  });

  it('never show the same view twice when they are split', () => {
    expect(split(one, null).otherView).toBe('racks');
    expect(split(one, 'topology').otherView).toBe('racks');
    expect(split({ ...one, view: 'bom' }, 'bom').otherView).toBe('topology');
  });

  it('are switched by going to what the other one shows, and nothing moves', () => {
    const there = reveal(two, 'bom');
    expect(there).toEqual({ view: 'bom', otherView: 'topology', activeHalf: 'right' });
    expect(show(there)).toEqual(show(two));
    expect(show(reveal(there, 'floor'))).toEqual(['topology', 'floor']);
    expect(isShown(there, 'topology')).toBe(true);
    expect(isShown(there, 'floor')).toBe(false);
  });

  it('take a view by its tab, and change places over one that the other has', () => {
    expect(show(putInHalf(two, 'right', 'floor'))).toEqual(['topology', 'floor']);
    expect(putInHalf(two, 'right', 'floor').activeHalf).toBe('right');
    expect(show(putInHalf(two, 'right', 'topology'))).toEqual(['bom', 'topology']);
    expect(show(putInHalf(two, 'left', 'bom'))).toEqual(['bom', 'topology']);
  });

  it('lose a view that is no longer to be had', () => {
    expect(show(dropView({ ...one, view: 'compare' }, 'compare'))).toEqual(['topology', null]);
    expect(show(dropView({ ...two, view: 'compare' }, 'compare'))).toEqual(['topology', 'bom']);
    expect(show(dropView({ ...two, otherView: 'compare' }, 'compare'))).toEqual(['topology', null]);
    expect(show(dropView({ view: 'compare', otherView: 'topology', activeHalf: 'right' }, 'compare'))).toEqual([
      'topology',
      null,
    ]);
  });

  it('stay as they are when there is no other to switch to', () => {
    expect(switchHalves(one)).toBe(one);
  });
});
