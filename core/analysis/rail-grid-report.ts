/** The rail grid as it is posted between threads: cells row by row in flat arrays, names in tables beside them. */

/** What a cell is. `unchecked`: the server has no cable in the fabric at all, or no such rail. */
export const RAIL = { unchecked: 0, right: 1, crossed: 2, doubled: 3, strayed: 4, missing: 5 } as const;

/** Rows firstRow .. firstRow + rowCount - 1 are the members of one device group, in order. */
export interface RailServers {
  readonly deviceId: string;
  readonly name: string;
  readonly nameTemplate: string;
  readonly membersPerPod: number;
  readonly firstRow: number;
  readonly rowCount: number;
  /** Rails of these servers; the cells beyond are empty. */
  readonly columnCount: number;
}

export interface RailGrid {
  readonly fabricId: string;
  readonly fabricName: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly servers: readonly RailServers[];
  readonly leaves: readonly { readonly deviceId: string; readonly member: number; readonly name: string }[];
  readonly links: readonly { readonly linkId: string; readonly name: string }[];
  /** By cell: index into `leaves` and `links`; -1 = no cable. */
  readonly leafOf: Int32Array;
  readonly linkOf: Int32Array;
  /** By cell: one of RAIL. */
  readonly states: Uint8Array;
  /** Cells that were checked. */
  readonly cellCount: number;
  /**
   * crossed: on a leaf of other rails. doubled: on such a leaf, which the server's own rail reaches as well. strayed: on a leaf of
   * this rail, but not that of the server's neighbours. missing: no cable where other servers of the group have one.
   */
  readonly counts: {
    readonly crossed: number;
    readonly doubled: number;
    readonly strayed: number;
    readonly missing: number;
  };
  /** Wrong cells in order, and for each the leaf it should be on; -1 = not known. */
  readonly wrongCells: Uint32Array;
  readonly wrongWanted: Int32Array;
  readonly wrongRows: Uint32Array;
  /** Servers without any cable in the fabric. */
  readonly emptyRowCount: number;
}
