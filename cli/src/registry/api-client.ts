import { errorFromProblem, parseJson, ProblemDetailsSchema, RegistryError } from '@orchestra/core';
import type { Static, TSchema } from 'typebox';
import type { CommandContext } from '../command.ts';
import { readText, request } from './request.ts';

/** A request to the HTTP API. */
export interface ApiCall<S extends TSchema> {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  token?: string;
  headers?: Record<string, string>;
  body?: Uint8Array<ArrayBuffer> | string;
  /** Schema of a successful answer; `null` for an empty one. */
  answer: S;
}

const maxBytes = 16 * 1024 * 1024;

/**
 * Calls the HTTP API. An error response is thrown with its code, hint and problems.
 *
 * @throws RegistryError `registry-unreachable`, `registry-not-one`, `registry-failed`, and every code that
 *   the API answers
 */
export async function callApi<S extends TSchema>(
  call: ApiCall<S>,
  context: CommandContext,
): Promise<Static<S>> {
  const headers = new Headers(call.headers);
  headers.set('accept', 'application/json');
  if (call.token !== undefined) headers.set('authorization', `Bearer ${call.token}`);
  const response = await request(call.url, {
    context,
    init: {
      method: call.method ?? 'GET',
      headers,
      redirect: 'error', // a token belongs to this origin only
      ...(call.body === undefined ? {} : { body: call.body }),
    },
  });
  const text = await readText(response, maxBytes);
  if (!response.ok) throw readRefusal(text, response);
  const parsed = parseJson(call.answer, response.status === 204 ? 'null' : text);
  if (parsed.ok) return parsed.value;
  throw new RegistryError('registry-not-one', `${call.url} answers otherwise than a registry`, {
    hint: 'Update this program, or check the address of the registry.',
    cause: parsed.reason,
  });
}

function readRefusal(text: string, response: Response): RegistryError {
  const parsed = parseJson(ProblemDetailsSchema, text);
  if (!parsed.ok) {
    return new RegistryError('registry-failed', `${response.url} answers ${response.status}`, {
      hint: 'Try again; if it goes on, tell the operator of the registry.',
    });
  }
  return errorFromProblem(parsed.value);
}
