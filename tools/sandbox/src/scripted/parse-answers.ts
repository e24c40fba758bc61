import { parseValue } from '@orchestra/core';
import { type Static, type TSchema, Type } from 'typebox';
import { ServiceError } from '../services/service-error.ts';

const text = Type.String();

const FetchedSchema = Type.Object({
  status: Type.Integer(),
  statusText: text,
  headers: Type.Array(Type.Tuple([text, text])),
  body: Type.Unknown(),
});
const ExecSchema = Type.Object({ exitCode: Type.Integer(), stdout: text, stderr: text });
const VectorsSchema = Type.Array(Type.Array(Type.Number()));

/** What a test answers to a request. @throws ServiceError `no-answer` */
export function parseFetched(value: unknown) {
  const { body, ...head } = parse('network.fetch', { schema: FetchedSchema, value });
  return { ...head, body: body instanceof Uint8Array ? body : new Uint8Array() };
}

/** What a test answers in place of a program. @throws ServiceError `no-answer` */
export function parseExecResult(value: unknown): Static<typeof ExecSchema> {
  return parse('system.exec', { schema: ExecSchema, value });
}

/** Vectors that a test gives for texts. @throws ServiceError `no-answer` */
export function parseVectors(value: unknown): number[][] {
  return parse('ai.embed', { schema: VectorsSchema, value });
}

function parse<S extends TSchema>(api: string, of: { schema: S; value: unknown }): Static<S> {
  const parsed = parseValue(of.schema, of.value);
  if (parsed.ok) return parsed.value;
  const [first] = parsed.errors;
  throw new ServiceError(
    'no-answer',
    `What the test answers to ${api} ${first?.message ?? 'is wrong'} at ${first?.path ?? '/'}; it is ${first?.found ?? '?'}`,
  );
}
