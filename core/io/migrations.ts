/**
 * Steps from every past file version to the next. migrations[0] takes the `design` of a version 1 file to version 2,
 * and so on; the current version is one more than the number of steps. A step rests on nothing but plain JSON, so it
 * never changes again.
 */
export type Migration = (design: unknown) => unknown;

export const migrations: readonly Migration[] = [];

/** The design as the current version writes it, from one of version `version`. */
export function migrate(design: unknown, version: number): unknown {
  return migrations.slice(version - 1).reduce((current, step) => step(current), design);
}
