/** Members whose name holds a text. A group may have a hundred thousand, so names are looked through in short turns. */
import { useEffect, useState } from 'react';
import type { Device } from '#core/design/design.ts';
import { nameDeviceMember } from '#core/netlist/rack-elevation.ts';

/** Looked through in one turn: well below what a frame has time for. */
const TURN = 5000;

export interface MemberSearch {
  /** Members in order; null = all of them. */
  readonly found: readonly number[] | null;
  readonly isDone: boolean;
}

const EVERYTHING: MemberSearch = { found: null, isDone: true };

export function useMemberSearch(device: Device, text: string): MemberSearch {
  const needle = text.trim().toLowerCase();
  const [search, setSearch] = useState<MemberSearch>(EVERYTHING);
  useEffect(() => {
    if (needle === '') {
      setSearch(EVERYTHING);
      return undefined;
    }
    const found: number[] = [];
    let next = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = (): void => {
      const end = Math.min(device.count, next + TURN);
      for (; next < end; next += 1) if (nameDeviceMember(device, next).toLowerCase().includes(needle)) found.push(next);
      const isDone = next >= device.count;
      setSearch({ found: [...found], isDone });
      if (!isDone) timer = setTimeout(turn);
    };
    turn();
    return () => clearTimeout(timer);
  }, [device, needle]);
  return needle === '' ? EVERYTHING : search;
}
