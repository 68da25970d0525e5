/**
 * Which of the fitting media a link takes by itself: the best of the cheapest class; where the price of the best of every class
 * is known, the one that costs least for a connection, modules included. One price missing, and the order of classes holds.
 */
import type { MediumOption } from '../catalog/media.ts';
import { chooseBoughtLength } from '../catalog/stock-length.ts';
import type { CableJoints } from './cable-joints.ts';
import { findPrice, type NetPriceBook } from './price-book.ts';

export interface PickedOption {
  readonly option: MediumOption;
  readonly joints: CableJoints;
}

/** `options` best first; `judge` lays the cables of one, or says why it cannot be. The reason is that of the best that cannot. */
export function pickOption(
  options: readonly MediumOption[],
  judge: (option: MediumOption) => CableJoints | string,
  computeCost: (picked: PickedOption) => number | null,
): { picked: PickedOption | null; misfit: string | null } {
  const rivals: { picked: PickedOption; cost: number }[] = [];
  const classes = new Set<string>();
  let misfit: string | null = null;
  for (const option of options) {
    if (classes.has(getClass(option))) continue;
    const [first] = rivals;
    // What rests on a fact nobody states, or cannot be bought, is no rival of what is sound; such come last.
    if (first && isSound(first.picked.option) && !isSound(option)) break;
    const joints = judge(option);
    if (typeof joints === 'string') {
      misfit ??= joints;
      continue;
    }
    const picked = { option, joints };
    const cost = computeCost(picked);
    if (cost === null) return { picked: first?.picked ?? picked, misfit };
    rivals.push({ picked, cost });
    classes.add(getClass(option));
  }
  const least = Math.min(...rivals.map(({ cost }) => cost));
  return { picked: rivals.find(({ cost }) => cost === least)?.picked ?? null, misfit };
}

function getClass(option: MediumOption): string {
  if (option.kind === 'cable') return option.cable.category;
  return `${option.hub === null ? 'straight' : 'splitter'} ${option.cable.fiberType}`;
}

function isSound(option: MediumOption): boolean {
  const parts = option.kind === 'cable' ? [option.cable] : [option.cable, option.transceiverA, option.transceiverB];
  return (
    option.unconfirmed.length === 0 && parts.every(({ status }) => status !== 'announced' && status !== 'end_of_sale')
  );
}

/** For one connection, in the currency of the book; null = a price is not known. A range counts with its middle. */
export function computeConnectionCost(
  { option, joints }: PickedOption,
  lengthM: number,
  portsPerCage: { readonly a: number; readonly b: number },
  book: NetPriceBook,
): number | null {
  const connectionCount = joints.assembly.length;
  if (connectionCount === 0) return null;
  const bought = chooseBoughtLength(option.cable, lengthM);
  const cable = readPrice(book, option.cable.id, bought.lengthM);
  const cables = cable === null ? null : (cable * joints.assemblyCount) / connectionCount;
  if (option.kind === 'cable' || cables === null) return cables;
  const a = readPrice(book, option.transceiverA.id, null);
  const b = readPrice(book, option.transceiverB.id, null);
  return a === null || b === null ? null : cables + a / portsPerCage.a + b / portsPerCage.b;
}

function readPrice(book: NetPriceBook, partId: string, lengthM: number | null): number | null {
  const { stated } = findPrice(book, partId, lengthM);
  if (!stated) return null;
  const rate = stated.currency === book.currency ? 1 : book.rates[stated.currency];
  return rate === undefined ? null : ((stated.low + stated.high) / 2) * rate;
}
