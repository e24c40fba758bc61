import type { Answer } from '../http/route.ts';
import type { World } from '../state/world.ts';
import { answerAccessToken } from './access-token.ts';
import { answerDeviceCode } from './device-code.ts';
import { parseForm } from './parse-form.ts';

/** A request of the OAuth endpoints, which are no part of the API. */
export interface LoginRequest {
  path: string;
  method: string;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

/** Answers a request below `/login`; errors too have status 200, as on GitHub. */
export function answerLogin(world: World, request: LoginRequest): Answer {
  const form = parseForm(request);
  if (request.method === 'POST' && request.path === '/login/device/code') {
    return encode(request, answerDeviceCode(world, form));
  }
  if (request.method === 'POST' && request.path === '/login/oauth/access_token') {
    return encode(request, answerAccessToken(world, form));
  }
  return { status: 404, body: { error: 'Not Found' } };
}

/** JSON for who accepts it, else a form, which is what GitHub prefers here. */
function encode({ headers }: LoginRequest, values: Record<string, string | number>): Answer {
  const status = values['error'] === 'Not Found' ? 404 : 200;
  if ((headers['accept'] ?? '').includes('json')) return { status, body: values };
  const form = new URLSearchParams(
    Object.entries(values).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const type = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  return { status, bytes: Buffer.from(form.toString()), headers: type };
}
