/** Turns the first finding of a schema into a place and a plain phrase, e.g. `devices.leaf-1.count` and `must be at least 1`. */
import type { z } from './schema.ts';

export interface ExplainedIssue {
  /** Dotted; '' = the value itself. */
  readonly path: string;
  /** Completes the sentence that starts with the path. */
  readonly phrase: string;
}

const typeNames: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  tuple: 'a list',
  null: 'null',
};

/** `root` is the value that was checked: it tells a missing value from a wrong one. */
export function explainFirstIssue(error: z.ZodError, root: unknown): ExplainedIssue {
  const issue = error.issues[0];
  if (!issue) return { path: '', phrase: 'is not valid' };
  const isMissing = readAt(root, issue.path) === undefined;
  return { path: issue.path.map(String).join('.'), phrase: isMissing ? 'is missing' : explainIssue(issue) };
}

function explainIssue(issue: z.ZodError['issues'][number]): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return explainLowerBound(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return `has an unknown entry ${issue.keys[0] ?? ''}`;
    case 'invalid_union':
      return 'is none of the known kinds';
    case 'invalid_key':
      return 'has an entry without a name';
    default:
      return 'is not valid';
  }
}

function explainLowerBound(origin: string, minimum: number, inclusive: boolean): string {
  if (origin === 'string') return 'must not be empty';
  if (origin === 'array') return `must have at least ${minimum} entries`;
  return inclusive ? `must be at least ${minimum}` : `must be more than ${minimum}`;
}

function readAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
