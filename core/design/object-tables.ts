/** Which table of a design holds the objects of a kind. */

/** Every design has these. */
const requiredTables = { device: 'devices', rack: 'racks', link: 'links', fabric: 'fabrics' } as const;

/** A design may be without these. */
export const optionalTables = {
  room: 'rooms',
  row: 'rows',
  feed: 'feeds',
  zone: 'coolingZones',
  cdu: 'cduGroups',
  unit: 'units',
} as const;

export const tableOf = { ...requiredTables, ...optionalTables } as const;
