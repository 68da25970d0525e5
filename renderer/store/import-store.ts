/** Files that were dropped or chosen and read, and wait for the user's word before anything of them enters the design. */
import { createStore, useStore } from 'zustand';
import type { Price } from '#core/design/price-book.ts';
import type { DeviceType } from '#core/io/device-type/device-type.ts';
import type { LeftOutLine } from '#core/io/price-list/price-list.ts';

/** One of the files, and what it holds. */
export interface ReadDeviceType {
  readonly fileName: string;
  readonly type: DeviceType;
}

export type ImportOffer =
  | { readonly kind: 'device-types'; readonly types: readonly ReadDeviceType[] }
  | {
      readonly kind: 'prices';
      readonly fileName: string;
      readonly prices: Readonly<Record<string, Price>>;
      readonly leftOut: readonly LeftOutLine[];
    };

interface ImportState {
  /** Answered one by one. */
  readonly offers: readonly ImportOffer[];
}

export const importStore = createStore<ImportState>(() => ({ offers: [] }));

export function useImportOffer(): ImportOffer | null {
  return useStore(importStore, (state) => state.offers[0] ?? null);
}

export function offerImports(offers: readonly ImportOffer[]): void {
  importStore.setState((state) => ({ offers: [...state.offers, ...offers] }));
}

/** The offer in front is answered; the next one comes. */
export function finishOffer(): void {
  importStore.setState((state) => ({ offers: state.offers.slice(1) }));
}
