/**
 * The shape of a reference case: a published or derived design with the inputs a designer would type and the numbers that
 * must come out. Everything but id and rows may be missing, so that a file written by hand is read as far as it goes.
 */
import { fail, ok, type Result } from '#core/base/result.ts';
import { explainFirstIssue } from '#core/base/explain-issue.ts';
import { z } from '#core/base/schema.ts';

const valueSchema = z.union([z.number(), z.string(), z.boolean(), z.null(), z.array(z.unknown()), z.looseObject({})]);
const valuesSchema = z.record(z.string(), valueSchema);

const metricTextSchema = z.looseObject({ unit: z.string().default(''), counts: z.string().default('') });

const caseSchema = z.looseObject({
  id: z.string().min(1),
  title: z.string().default(''),
  category: z.string().default(''),
  inputs: valuesSchema.default({}),
  rows: z.array(z.looseObject({ when: valuesSchema.default({}), expect: z.record(z.string(), z.unknown()) })),
  metrics: z.record(z.string(), metricTextSchema).default({}),
  tolerance: z.string().default('exact'),
  /** Notes on what is easily misread. */
  traps: z.array(z.string()).default([]),
});

export type InputValue = z.infer<typeof valueSchema>;
export type InputValues = Readonly<Record<string, InputValue>>;
export type MetricText = z.infer<typeof metricTextSchema>;
export type GoldenCase = z.infer<typeof caseSchema>;
export type GoldenRow = GoldenCase['rows'][number];

/** An input as a reader would write it. */
export function printInput(input: InputValue): string {
  return typeof input === 'string' ? input : JSON.stringify(input);
}

/** All cases of a file, or one sentence on the first fault. A single case need not stand in a list. */
export function parseCases(text: string): Result<GoldenCase[], string> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return fail(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const wrapped = Array.isArray(raw) ? raw : listCases(raw);
  const parsed = z.array(caseSchema).safeParse(wrapped);
  if (parsed.success) return ok(parsed.data);
  const issue = explainFirstIssue(parsed.error, wrapped);
  return fail(`The file is not a list of cases: ${issue.path} ${issue.phrase}.`);
}

function listCases(raw: unknown): unknown {
  if (typeof raw === 'object' && raw !== null && 'cases' in raw) return raw.cases;
  return [raw];
}
