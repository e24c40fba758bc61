import { type Dispatcher, fetch, Headers, type Response } from 'undici';
import { formatBytes } from '@orchestra/core';
import { systemCode } from '@orchestra/core/node';
import { ServiceError } from '../service-error.ts';
import type { NetworkService, WireRequest, WireResponse } from '../services.ts';
import { type NetworkSettings, openDispatcher } from './open-dispatcher.ts';
import { openWebSocket } from './open-web-socket.ts';

/** The largest body of a response, in bytes, unpacked. */
export const maxResponseBytes = 64 * 1024 * 1024;

/** Requests to other machines, as the global `fetch` of Node makes them: see {@link openDispatcher}. */
export function makeNetworkService(
  settings: NetworkSettings,
): NetworkService & { close(): Promise<void> } {
  const dispatcher = openDispatcher(settings);
  const sockets = new Set<AsyncDisposable>();
  return {
    fetch: (request, signal) => fetchWith(dispatcher, request, signal),
    openSocket: async (url, protocols, events) =>
      openWebSocket(url, { protocols, events, settings, sockets }),
    close: async () => {
      await Promise.all([...sockets].map((socket) => socket[Symbol.asyncDispose]()));
      await dispatcher.destroy();
    },
  };
}

async function fetchWith(
  dispatcher: Dispatcher,
  request: WireRequest,
  signal: AbortSignal,
): Promise<WireResponse> {
  requireScheme(request.url, ['http:', 'https:']);
  try {
    // undici follows at most 20 redirects, and takes `authorization` and `cookie` to no other origin
    const response = await fetch(request.url, {
      method: request.method,
      headers: toHeaders(request.headers),
      redirect: request.redirect,
      signal,
      dispatcher,
      ...(request.body !== undefined && { body: request.body }),
    });
    return toWire(response, signal);
  } catch (error) {
    throw toNetworkError(error, { url: request.url, signal });
  }
}

/** @throws ServiceError `invalid-argument` */
export function requireScheme(url: string, schemes: readonly string[]): URL {
  const parsed = URL.parse(url);
  if (parsed !== null && schemes.includes(parsed.protocol)) return parsed;
  const names = schemes.map((scheme) => `${scheme}//`).join(' or ');
  throw new ServiceError(
    'invalid-argument',
    `Expected an address with ${names}; found '${url.slice(0, 200)}'`,
  );
}

/** Leaves out what belongs to the connection, without an error, as `fetch` does. */
function toHeaders(pairs: readonly [string, string][]): Headers {
  const headers = new Headers();
  for (const [name, value] of pairs) if (!isForbidden(name)) headers.append(name, value);
  return headers;
}

const forbidden = new Set(
  'connection content-length expect host keep-alive te trailer transfer-encoding upgrade via'.split(
    ' ',
  ),
);

function isForbidden(name: string): boolean {
  const lower = name.toLowerCase();
  return forbidden.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-');
}

function toWire(response: Response, signal: AbortSignal): WireResponse {
  const { url, redirected, status, statusText } = response;
  const headers = [...response.headers];
  return { url, redirected, status, statusText, headers, body: readBody(response, signal) };
}

async function* readBody(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  let length = 0;
  try {
    for await (const chunk of response.body) {
      if (!(chunk instanceof Uint8Array)) continue;
      length += chunk.length;
      if (length > maxResponseBytes) {
        const limit = formatBytes(maxResponseBytes);
        throw new ServiceError(
          'too-large',
          `The response of ${response.url} has more than ${limit}`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    throw toNetworkError(error, { url: response.url, signal });
  }
}

/** The reason that stands deepest: undici wraps it. */
export function toNetworkError(
  error: unknown,
  { url, signal }: { url: string; signal?: AbortSignal },
): Error {
  const host = URL.parse(url)?.host ?? url;
  if (signal?.aborted === true) {
    return new ServiceError('aborted', `The request to ${host} was aborted`, { cause: error });
  }
  let reason: unknown = error;
  for (let depth = 0; depth < 8 && reason instanceof Error; depth += 1) {
    if (reason instanceof ServiceError) return reason;
    const inner: unknown = reason instanceof AggregateError ? reason.errors[0] : reason.cause;
    if (inner === undefined || inner === null) break;
    reason = inner;
  }
  const said = reason instanceof Error ? reason.message : 'for an unknown reason';
  const code = systemCode(reason);
  const told = said === '' ? (code ?? 'for an unknown reason') : said;
  return new ServiceError('network-failed', `The request to ${host} failed: ${told}`, {
    cause: error,
  });
}
