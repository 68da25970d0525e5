/** One published measurement as the file has it, and the reading of such a file. Only what is used here is checked. */
import { fail, ok, type Result } from '#core/base/result.ts';
import { z } from '#core/base/schema.ts';

const text = z.string().nullable().default(null);
const figure = z.number().nullable().default(null);

const measurementSchema = z.object({
  id: z.string(),
  series: z.string().default(''),
  system: text,
  gpu: text,
  nodes: figure,
  gpus_per_node: figure,
  ranks: figure,
  scale_up_domain_gpus: figure,
  nics_per_node: figure,
  nic_gbps: figure,
  nic: text,
  network: text,
  library: text,
  algorithm: text,
  tool: text,
  collective: z.string(),
  bytes: figure,
  time_us: figure,
  quality: text,
});

export type Measurement = z.infer<typeof measurementSchema>;

export interface MeasurementFile {
  readonly measurements: readonly Measurement[];
  /** Records that are not of the schema. */
  readonly unreadable: readonly string[];
}

export function parseMeasurements(json: string): Result<MeasurementFile, string> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return fail(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const records = listRecords(value);
  if (records === null) return fail('The file holds no list of measurements.');
  const measurements: Measurement[] = [];
  const unreadable: string[] = [];
  records.forEach((record, index) => {
    const parsed = measurementSchema.safeParse(record);
    if (parsed.success) measurements.push(parsed.data);
    else unreadable.push(`record ${index + 1}`);
  });
  return ok({ measurements, unreadable });
}

/** The list itself, or the first list of an envelope around it. */
function listRecords(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return null;
  return Object.values(value).find(Array.isArray) ?? null;
}
