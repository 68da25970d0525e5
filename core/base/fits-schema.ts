/**
 * Whether a value read from JSON is exactly what a schema takes, told some ten times sooner than by parsing it: parsing copies every
 * record and is at hand to explain. Only a plain yes counts. No also stands for whatever is not understood here, and is the schema's
 * own to decide.
 */
import type { z } from './schema.ts';

type Fits = (value: unknown) => boolean;
type Schema = z.core.$ZodType;

const never: Fits = () => false;

/** Where it answers true the schema takes the value and leaves it as it is. */
export function createFits(schema: Schema): Fits {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const own = fitType(def);
  const checks = (def.checks ?? []).map(fitCheck);
  // A number format is schema and check in one.
  if (def.type === 'number' && 'check' in def) checks.push(fitCheck(schema as unknown as z.core.$ZodCheck<never>));
  return checks.reduce((before, check) => (value) => before(value) && check(value), own);
}

function fitType(def: z.core.$ZodTypes['_zod']['def']): Fits {
  switch (def.type) {
    case 'string':
      return 'coerce' in def && def.coerce ? never : (value) => typeof value === 'string';
    case 'number':
      return 'coerce' in def && def.coerce ? never : (value) => Number.isFinite(value);
    case 'boolean':
      return 'coerce' in def && def.coerce ? never : (value) => typeof value === 'boolean';
    case 'literal':
      return fitOneOf(def.values);
    case 'enum':
      return fitOneOf(Object.values(def.entries));
    case 'nullable': {
      const inner = createFits(def.innerType);
      return (value) => value === null || inner(value);
    }
    case 'union':
      return fitUnion(def);
    case 'array': {
      const element = createFits(def.element);
      return (value) => Array.isArray(value) && value.every(element);
    }
    case 'tuple':
      return fitTuple(def);
    case 'record':
      return fitRecord(def);
    case 'object':
      return fitObject(def);
    default:
      return never;
  }
}

function fitOneOf(values: readonly unknown[]): Fits {
  const all = new Set(values);
  return (value) => all.has(value);
}

/** `inclusive` is false where exactly one may fit; a discriminator sees to that. */
function fitUnion(def: z.core.$ZodUnionDef): Fits {
  if ('inclusive' in def && def.inclusive === false && !('discriminator' in def)) return never;
  const options = def.options.map(createFits);
  return (value) => options.some((fits) => fits(value));
}

function fitTuple({ items, rest }: z.core.$ZodTupleDef): Fits {
  if (rest) return never;
  const all = items.map(createFits);
  return (value) =>
    Array.isArray(value) && value.length === all.length && all.every((fits, place) => fits(value[place]));
}

function fitRecord(def: z.core.$ZodRecordDef): Fits {
  // Keys out of a list would all have to be there.
  if (def.keyType._zod.def.type !== 'string') return never;
  const fitsKey = createFits(def.keyType);
  const fitsValue = createFits(def.valueType);
  return (value) => {
    if (!isRecord(value)) return false;
    const isKey = (key: string): boolean => key !== '__proto__' && fitsKey(key);
    return Object.keys(value).every(isKey) && Object.values(value).every(fitsValue);
  };
}

/** Strict ones only: of others the schema may drop what it does not know. */
function fitObject({ shape, catchall }: z.core.$ZodObjectDef): Fits {
  if (catchall?._zod.def.type !== 'never') return never;
  const fields = new Map<string, Fits>();
  const required = new Set<string>();
  for (const [name, schema] of Object.entries(shape)) {
    const field = (schema as z.core.$ZodTypes)._zod.def;
    fields.set(name, createFits(field.type === 'optional' ? field.innerType : schema));
    if (field.type !== 'optional') required.add(name);
  }
  // Most records of a file have the same keys in the same order.
  let usual: { readonly keys: readonly string[]; readonly fits: readonly Fits[] } | null = null;
  const findFits = (keys: readonly string[]): readonly Fits[] | null => {
    if (usual && isSameList(keys, usual.keys)) return usual.fits;
    const fits = keys.flatMap((key) => fields.get(key) ?? []);
    if (fits.length < keys.length || keys.filter((key) => required.has(key)).length < required.size) return null;
    usual = { keys, fits };
    return fits;
  };
  return (value) => {
    if (!isRecord(value)) return false;
    const keys = Object.keys(value);
    const fits = findFits(keys);
    if (!fits) return false;
    for (let place = 0; place < keys.length; place += 1) {
      if (!fits[place]?.(value[keys[place] as string])) return false;
    }
    return true;
  };
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let place = 0; place < a.length; place += 1) if (a[place] !== b[place]) return false;
  return true;
}

function fitCheck(check: z.core.$ZodCheck<never>): Fits {
  const { def } = check._zod as z.core.$ZodChecks['_zod'];
  switch (def.check) {
    case 'min_length':
      return (value) => (value as string | unknown[]).length >= def.minimum;
    case 'max_length':
      return (value) => (value as string | unknown[]).length <= def.maximum;
    case 'greater_than':
      return fitBound(def.value, (value, least) => (def.inclusive ? value >= least : value > least));
    case 'less_than':
      return fitBound(def.value, (value, most) => (def.inclusive ? value <= most : value < most));
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : never;
    case 'string_format':
      return fitPattern(def);
    default:
      return never;
  }
}

function fitBound(bound: unknown, compare: (value: number, bound: number) => boolean): Fits {
  return typeof bound === 'number' ? (value) => compare(value as number, bound) : never;
}

function fitPattern({ format, pattern }: z.core.$ZodCheckStringFormatDef): Fits {
  // Flags may give a pattern a memory.
  if (format !== 'regex' || !pattern || pattern.flags !== '') return never;
  return (value) => pattern.test(value as string);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
