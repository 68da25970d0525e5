/**
 * The guard behind every command: whatever it changed must still fit the schema, and the physical design must hold, or the edit
 * is refused.
 */
import type { Patch } from 'immer';
import { explainFirstIssue } from '../base/explain-issue.ts';
import type { Diagnostic, ObjectKind } from '../base/diagnostic.ts';
import { z } from '../base/schema.ts';
import { partSchema } from '../catalog/part.ts';
import { findPhysicalFault } from '../design/check-physical.ts';
import { findUnitFault } from '../design/check-units.ts';
import {
  type Design,
  designSchema,
  deviceSchema,
  fabricSchema,
  linkSchema,
  placementSchema,
  rackSchema,
} from '../design/design.ts';

type TableName = 'parts' | 'fabrics' | 'devices' | 'racks' | 'placements' | 'links';

const tables: Readonly<Record<TableName, { schema: z.ZodType; kind: ObjectKind | null; noun: string }>> = {
  parts: { schema: partSchema, kind: 'part', noun: 'part' },
  fabrics: { schema: fabricSchema, kind: 'fabric', noun: 'fabric' },
  devices: { schema: deviceSchema, kind: 'device', noun: 'device' },
  racks: { schema: rackSchema, kind: 'rack', noun: 'rack' },
  placements: { schema: placementSchema, kind: null, noun: 'placement' },
  links: { schema: linkSchema, kind: 'link', noun: 'link' },
};

const textSchema = z.string();
/** What the design may be without, with what a fault in it is called. */
const optional: Readonly<Record<string, { schema: z.ZodType; noun: string }>> = {
  spares: { schema: designSchema.shape.spares, noun: 'spare rule' },
  scenarios: { schema: designSchema.shape.scenarios, noun: 'scenario' },
  currentScenarioId: { schema: designSchema.shape.currentScenarioId, noun: 'current scenario' },
  rooms: { schema: designSchema.shape.rooms, noun: 'room' },
  rows: { schema: designSchema.shape.rows, noun: 'row' },
  stands: { schema: designSchema.shape.stands, noun: 'stand' },
  feeds: { schema: designSchema.shape.feeds, noun: 'feed' },
  coolingZones: { schema: designSchema.shape.coolingZones, noun: 'cooling zone' },
  cduGroups: { schema: designSchema.shape.cduGroups, noun: 'coolant unit' },
  cabling: { schema: designSchema.shape.cabling, noun: 'cabling' },
  site: { schema: designSchema.shape.site, noun: 'site' },
  priceBook: { schema: designSchema.shape.priceBook, noun: 'price book' },
  units: { schema: designSchema.shape.units, noun: 'unit' },
  views: { schema: designSchema.shape.views, noun: 'view' },
  titleBlock: { schema: designSchema.shape.titleBlock, noun: 'title block' },
};

/** What the physical faults are looked for in. */
const physicalFields = new Set(['racks', 'rooms', 'rows', 'stands', 'feeds', 'coolingZones', 'cduGroups', 'priceBook']);

/** What the faults of scalable units are looked for in. */
const unitFields = new Set(['units', 'devices', 'racks', 'placements']);

export function checkChangedRecords(design: Design, patches: readonly Patch[]): Diagnostic[] {
  const checked = new Set<string>();
  for (const { path } of patches) {
    const [table, id] = path.map(String);
    if (table === undefined) continue;
    const isRecord = table in tables && id !== undefined;
    const place = isRecord ? `${table}.${id}` : table;
    if (checked.has(place)) continue;
    checked.add(place);
    const fault = isRecord
      ? checkRecord(design, table as TableName, id)
      : Object.hasOwn(optional, table)
        ? checkOptional(design, table)
        : checkText(design, table);
    if (fault) return [fault];
  }
  const fields = [...checked].map((place) => place.split('.')[0] ?? '');
  const fault =
    (fields.some((field) => physicalFields.has(field)) ? findPhysicalFault(design) : null) ??
    (fields.some((field) => unitFields.has(field)) ? findUnitFault(design) : null);
  if (!fault) return [];
  const message = `${fault.path} would not hold: ${fault.message}.`;
  return [{ code: 'edit.reference', severity: 'error', message, where: [] }];
}

function checkText(design: Design, field: string): Diagnostic | null {
  if (textSchema.safeParse(design[field as keyof Design]).success) return null;
  return createFault(`The design's ${field} must be a text.`, { kind: 'design', id: 'design' });
}

function checkOptional(design: Design, field: string): Diagnostic | null {
  const { schema, noun } = optional[field] as (typeof optional)[string];
  const value: unknown = design[field as keyof Design];
  const parsed = schema.safeParse(value);
  if (parsed.success) return null;
  const { path, phrase } = explainFirstIssue(parsed.error, value);
  const place = path === '' ? noun : `${noun} ${path}`;
  return createFault(`The ${place} ${phrase}.`, { kind: 'design', id: 'design' });
}

function checkRecord(design: Design, table: TableName, id: string): Diagnostic | null {
  const record: unknown = Object.hasOwn(design[table], id) ? design[table][id] : undefined;
  if (record === undefined) return null;
  const { schema, kind, noun } = tables[table];
  const parsed = schema.safeParse(record);
  if (parsed.success) return null;
  const { path, phrase } = explainFirstIssue(parsed.error, record);
  const name = (record as { name?: unknown }).name;
  const subject = `${noun} ${typeof name === 'string' && name !== '' ? name : id}`;
  return createFault(
    `${path === '' ? `The ${subject}` : `${path} of ${subject}`} ${phrase}.`,
    kind === null ? null : { kind, id },
  );
}

function createFault(message: string, where: { kind: ObjectKind; id: string } | null): Diagnostic {
  return { code: 'edit.invalid', severity: 'error', message, where: where ? [where] : [] };
}
