/** Nodes and links of the canvas show their data and whether they are selected: React Flow's figures of where they stand draw nothing. */
interface ItemProps {
  readonly id: string;
  readonly data?: unknown;
  readonly selected?: boolean | undefined;
}

/** For `memo`: what is dragged moves and is not drawn again. */
export function showsSame(a: ItemProps, b: ItemProps): boolean {
  return a.id === b.id && a.data === b.data && a.selected === b.selected;
}
