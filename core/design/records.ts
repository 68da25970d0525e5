/**
 * Reading the tables of a design by id. A table is a plain record, so a name such as `toString` would find
 * something that is not a record: every look-up by an id from outside goes through here.
 */

/** The record of that id, or undefined. */
export function findRecord<T>(table: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

/** Ids that no plain object carries from birth, so that a table can hold them. */
export function isSafeId(id: string): boolean {
  return id.length > 0 && !(id in Object.prototype);
}
