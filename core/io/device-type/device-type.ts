/**
 * A device type as NetBox and its community library write it: one YAML document for one model. Only what a part can use is read;
 * entries that are not known to us do no harm, a wrong value is refused with its place.
 */
import { type Document, parseDocument } from 'yaml';
import { explainFirstIssue } from '../../base/explain-issue.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import { z } from '../../base/schema.ts';

const text = z.string().min(1).max(200);

const interfaceSchema = z.object({ name: text, type: text, mgmt_only: z.boolean().optional() });

const powerPortSchema = z.object({
  name: text,
  type: z.string().nullish(),
  maximum_draw: z.number().positive().nullish(),
});

const deviceTypeSchema = z.object({
  manufacturer: text,
  model: text,
  slug: z.string().max(200).optional(),
  part_number: z.union([z.string(), z.number()]).nullish(),
  u_height: z.number().nonnegative(),
  airflow: z.string().nullish(),
  weight: z.number().positive().nullish(),
  weight_unit: z.enum(['kg', 'g', 'lb', 'oz']).nullish(),
  comments: z.string().nullish(),
  interfaces: z.array(interfaceSchema).max(10_000).nullish(),
  'power-ports': z.array(powerPortSchema).max(1_000).nullish(),
  'module-bays': z.array(z.unknown()).nullish(),
  'device-bays': z.array(z.unknown()).nullish(),
});

export type DeviceType = z.infer<typeof deviceTypeSchema>;

/** `fileName` is used in messages only. The error is one sentence for the user. */
export function parseDeviceType(yaml: string, fileName: string): Result<DeviceType, string> {
  const document = parseDocument(yaml, { prettyErrors: true, logLevel: 'silent' });
  const [fault] = document.errors;
  if (fault) {
    const [line] = fault.linePos ?? [];
    const reason = fault.message.split(/ at line \d|\n/)[0] ?? fault.message;
    return fail(`${fileName} is not YAML${line ? `: line ${line.line}` : ''}: ${reason}.`);
  }
  const value = resolveAliases(document);
  if (value === undefined) return fail(`${fileName} was not read: it repeats parts of itself too often.`);
  if (typeof value !== 'object' || value === null || !('manufacturer' in value || 'model' in value)) {
    return fail(
      `${fileName} is YAML, but no NetBox device type: it has neither manufacturer nor model. Drop one file of the library's device-types.`,
    );
  }
  const parsed = deviceTypeSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const { path, phrase } = explainFirstIssue(parsed.error, value);
  return fail(`${fileName} is not a whole NetBox device type: ${path} ${phrase}.`);
}

/** undefined = aliases of aliases would fill the memory: then the library throws. */
function resolveAliases(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch {
    return undefined;
  }
}
