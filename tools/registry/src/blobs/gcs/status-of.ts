import { parseValue } from '@orchestra/core';
import * as Type from 'typebox';

const StatusSchema = Type.Union([
  Type.Integer({ minimum: 100, maximum: 599 }),
  Type.String({ pattern: '^[1-5]\\d\\d$' }),
]);

/** The properties in which the client's errors keep the status, depending on the kind of request. */
const FailureSchema = Type.Object({
  code: Type.Optional(Type.Unknown()),
  status: Type.Optional(Type.Unknown()),
  response: Type.Optional(Type.Object({ status: Type.Optional(Type.Unknown()) })),
});

/** The HTTP status in an error of the client; null where there was no response. */
export function statusOf(error: unknown): number | null {
  const parsed = parseValue(FailureSchema, error);
  if (!parsed.ok) return null;
  const { code, status, response } = parsed.value;
  for (const found of [response?.status, status, code]) {
    const value = parseValue(StatusSchema, found);
    if (value.ok) return Number(value.value);
  }
  // for a resumable upload that was given up, the status is only in the message
  const told = /^Retry .*? status: (\d{3})\b/s.exec(error instanceof Error ? error.message : '');
  return told === null ? null : Number(told[1]);
}
