/** Narrows the cable schedule: clears the mark of every row that does not fit. Each value of a column is looked at once. */
import type { ObjectRef } from '../base/diagnostic.ts';
import type { LabelField } from '../design/label-template.ts';
import type { Side } from '../netlist/cable-ends.ts';
import { type NetGroup, type NetLink, NONE } from '../netlist/netlist.ts';
import { findMaximum, type ScheduleCodes } from './schedule-codes.ts';
import type { ScheduleColumn } from './schedule-columns.ts';
import type { ScheduleReader } from './schedule-rows.ts';

type Test = (value: string | number | null) => boolean;

const COMPARISON = /^(<=|>=|<|>|=)\s*(\d+(?:\.\d+)?)$/;

function createTest(column: ScheduleColumn, wanted: string): Test {
  const compared = column.isNumber ? COMPARISON.exec(wanted.trim()) : null;
  if (compared) {
    const limit = Number(compared[2]);
    const holds = comparisons[compared[1] as keyof typeof comparisons];
    return (value) => value !== null && holds(Number(value), limit);
  }
  return createTextTest(wanted.trim().toLowerCase());
}

const comparisons = {
  '<': (x: number, y: number) => x < y,
  '<=': (x: number, y: number) => x <= y,
  '>': (x: number, y: number) => x > y,
  '>=': (x: number, y: number) => x >= y,
  '=': (x: number, y: number) => x === y,
};

function createTextTest(needle: string): Test {
  return (value) => value !== null && String(value).toLowerCase().includes(needle);
}

/** `wanted`: text the column must hold; of numbers also `>30`, `<=5`, `=3`. */
export function keepMatching(codes: ScheduleCodes, column: ScheduleColumn, wanted: string, keep: Uint8Array): void {
  const matches = matchRows(codes, column, createTest(column, wanted), keep);
  for (let row = 0; row < keep.length; row += 1) keep[row] = (keep[row] as number) & (matches[row] as number);
}

/** Some column must hold the word, which is in lower case. */
export function keepWord(codes: ScheduleCodes, word: string, keep: Uint8Array): void {
  const test = createTextTest(word);
  const open = keep.slice();
  const found = new Uint8Array(keep.length);
  for (const column of codes.reader.columns.values()) {
    if (column.key === 'label' && !canLabelHold(codes.reader, word)) continue;
    const matches = matchRows(codes, column, test, open);
    for (let row = 0; row < keep.length; row += 1) {
      if (matches[row] === 0) continue;
      found[row] = 1;
      open[row] = 0;
    }
  }
  for (let row = 0; row < keep.length; row += 1) keep[row] = (keep[row] as number) & (found[row] as number);
}

/** Labels are one to a row, so they are not made where their fields are all numbers and the word has a letter none has. */
function canLabelHold({ labels }: ScheduleReader, word: string): boolean {
  let letters = '0123456789.';
  for (const piece of labels.pieces) {
    if (typeof piece === 'string') letters += piece.toLowerCase();
    else if (!NUMERIC_FIELDS.has(piece.field)) return true;
  }
  return word.split('').every((letter) => letters.includes(letter));
}

const NUMERIC_FIELDS: ReadonlySet<LabelField> = new Set(['n', 'phase', 'length', 'a.unit', 'b.unit']);

const UNTRIED = 2;

/** 1 = holds. Each value is looked at once, and only the rows still in question. */
function matchRows(codes: ScheduleCodes, column: ScheduleColumn, test: Test, among: Uint8Array): Uint8Array {
  const ofRow = codes.getCodes(column);
  const outcome = new Uint8Array(findMaximum(ofRow) + 1).fill(UNTRIED);
  const matches = new Uint8Array(among.length);
  for (let row = 0; row < among.length; row += 1) {
    if (among[row] === 0) continue;
    const code = ofRow[row] as number;
    if (outcome[code] === UNTRIED) outcome[code] = test(column.valueOf(code)) ? 1 : 0;
    matches[row] = outcome[code] as number;
  }
  return matches;
}

/** Only cables that end or run at one of the objects. */
export function keepAbout(reader: ScheduleReader, about: readonly ObjectRef[], keep: Uint8Array): void {
  const { netlist, lines } = reader;
  const memberWanted = new Uint8Array(netlist.memberCount);
  for (let member = 0; member < netlist.memberCount; member += 1) {
    memberWanted[member] = about.some((ref) => isMemberAt(reader, member, ref)) ? 1 : 0;
  }
  const linkWanted = netlist.links.map((link) => about.some((ref) => isLinkOf(reader, link, ref)));
  const touches = (row: number, side: Side): boolean => memberWanted[lines.getMember(row, side)] === 1;
  for (let row = 0; row < keep.length; row += 1) {
    if (!linkWanted[lines.getLink(row)] && !touches(row, 'a') && !touches(row, 'b')) keep[row] = 0;
  }
}

function isMemberAt({ netlist }: ScheduleReader, member: number, ref: ObjectRef): boolean {
  if (ref.kind === 'device') {
    const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
    return group.deviceId === ref.id && (ref.member === undefined || member - group.firstMember === ref.member);
  }
  const rack = netlist.memberRack[member] as number;
  if (rack === NONE) return false;
  if (ref.kind === 'rack') {
    const group = netlist.rackGroups.find(({ rackId }) => rackId === ref.id);
    if (!group) return false;
    const at = rack - group.firstRack;
    return ref.member === undefined ? at >= 0 && at < group.count : at === ref.member;
  }
  const row = netlist.floor?.rows[netlist.rackRow[rack] as number];
  if (ref.kind === 'row') return row?.rowId === ref.id;
  return ref.kind === 'room' && row !== undefined && netlist.floor?.rooms[row.room]?.roomId === ref.id;
}

function isLinkOf({ netlist }: ScheduleReader, link: NetLink, ref: ObjectRef): boolean {
  if (ref.kind === 'link') return link.linkId === ref.id;
  return ref.kind === 'fabric' && netlist.fabrics[link.fabric]?.fabricId === ref.id;
}
