import { Ajv, type ValidateFunction } from 'ajv';
import { readFile } from 'node:fs/promises';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Answer } from './route.ts';

const Schemas = Compile(
  Type.Object({
    version: Type.String(),
    /** Schemas by status, by operation; null where the answer has no JSON. */
    operations: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
    /** Schemas of payloads by event and action: `pull_request.opened`. */
    events: Type.Record(Type.String(), Type.Unknown()),
    definitions: Type.Record(Type.String(), Type.Unknown()),
  }),
);

/** Refusals that any operation may meet, described or not. */
const refusals = new Set([400, 401, 403, 404, 409, 422, 429, 500, 502, 503]);

/** Holds answers and events to the schemas that GitHub publishes. */
export class AnswerChecker {
  readonly operations: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly #ajv: Ajv;
  readonly #events: Readonly<Record<string, unknown>>;
  readonly #compiled = new Map<string, ValidateFunction>();
  static #opened: Promise<AnswerChecker> | undefined;

  private constructor(schemas: unknown) {
    if (!Schemas.Check(schemas)) throw new Error('github-schemas.json is not what it should be');
    this.operations = schemas.operations;
    this.#events = schemas.events;
    // to make the code of these schemas smaller takes longer than all that it checks here
    const code = { optimize: false };
    this.#ajv = new Ajv({ strict: false, allErrors: true, inlineRefs: false, code, formats });
    this.#ajv.addSchema({ $id: 'github', definitions: schemas.definitions });
  }

  /** The checker of this process: schemas are read and compiled once. */
  static open(): Promise<AnswerChecker> {
    return (AnswerChecker.#opened ??= AnswerChecker.#read());
  }

  static async #read(): Promise<AnswerChecker> {
    const file = new URL('../schemas/github-schemas.json', import.meta.url);
    return new AnswerChecker(JSON.parse(await readFile(file, 'utf8')));
  }

  /** What is wrong with an answer; null where it is as described. */
  check(operation: string, answer: Answer): string | null {
    const described = this.operations[operation];
    if (described === undefined) return `${operation} is no operation that GitHub describes`;
    const { status, body } = answer;
    const schema = described[status];
    if (schema === undefined) {
      return refusals.has(status) ? null : `${operation} never answers ${status}`;
    }
    if (schema === null || body === undefined) return null;
    return this.#validate(`${operation} ${status}`, schema, body);
  }

  /** What is wrong with an event's payload; null where it is as described. */
  checkEvent(event: string, payload: unknown): string | null {
    const name = event.replace('pull_request_target', 'pull_request') + actionOf(payload);
    const schema = this.#events[name];
    if (schema === undefined) return `${name} is no event that GitHub describes`;
    return this.#validate(name, schema, payload);
  }

  #validate(key: string, schema: unknown, value: unknown): string | null {
    let validate = this.#compiled.get(key);
    if (validate === undefined) {
      if (typeof schema !== 'object' || schema === null) throw new Error(`no schema for ${key}`);
      validate = this.#ajv.compile(schema);
      this.#compiled.set(key, validate);
    }
    if (validate(value)) return null;
    return `${key}: ${this.#ajv.errorsText(validate.errors, { dataVar: '' })}`;
  }
}

function actionOf(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null || !('action' in payload)) return '';
  return `.${String(payload.action)}`;
}

const formats = {
  'date-time': (text: string) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text),
  uri: (text: string) => URL.canParse(text),
  email: true,
  hostname: true,
  'uri-template': true,
  binary: true,
  repo: true,
  int64: true,
  int32: true,
  'repo.nwo': true,
  time: true,
  date: true,
  double: true,
  ip: true,
} as const;
