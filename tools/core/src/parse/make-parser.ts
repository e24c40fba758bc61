import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import type { Static, TSchema } from 'typebox';

/** One mismatch between a value and its schema. */
export interface Mismatch {
  /** JSON pointer to the part that doesn't fit; empty for the whole value. */
  path: string;
  /** What is wrong, after the path: `must be string`. */
  message: string;
  /** What the schema expects there. */
  expected: string;
  /** The value found there, shortened. */
  found: string;
}

/** The typed value, or every mismatch. */
export type ParsedValue<T> = { ok: true; value: T } | { ok: false; errors: Mismatch[] };

/** Checks a value against a schema. */
export type Parser = <S extends TSchema>(schema: S, value: unknown) => ParsedValue<Static<S>>;

/** Makes a parser that compiles each schema only once. */
export function makeParser(options: Pick<Options, 'coerceTypes' | 'useDefaults'>): Parser {
  const ajv = new Ajv({ ...shared, ...options });
  const compiled = new WeakMap<TSchema, ValidateFunction>();
  const compile = (schema: TSchema): ValidateFunction => {
    const known = compiled.get(schema);
    if (known !== undefined) return known;
    const validate = ajv.compile(schema);
    compiled.set(schema, validate);
    return validate;
  };
  return <S extends TSchema>(schema: S, value: unknown) => {
    const validate = compile(schema);
    // the schema was just checked, so that the type is true
    if (validate(value)) return { ok: true, value: value as Static<S> };
    const errors = (validate.errors ?? []).slice(0, maxErrors);
    return { ok: false, errors: errors.map((error) => describe(error, value)) };
  };
}

const maxErrors = 50;
const shared: Options = {
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  validateFormats: false,
  // a test checks our schemas: compiling the meta-schema would cost every start 20 ms
  meta: false,
  validateSchema: false,
  // V8 does it as well: what is made is no slower, and making it takes half the time
  code: { optimize: false },
};

function describe(error: ErrorObject, value: unknown): Mismatch {
  return {
    path: error.instancePath,
    message: error.message ?? 'is not valid',
    expected: JSON.stringify(error.params).slice(0, 200),
    found: shorten(valueAt(value, error.instancePath)),
  };
}

function valueAt(value: unknown, pointer: string): unknown {
  let found = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

function shorten(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
