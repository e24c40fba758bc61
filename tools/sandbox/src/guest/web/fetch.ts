import type { AbortSignal } from './abort.ts';
import { readStream } from './body.ts';
import { requireArguments } from './define-interface.ts';
import { webHost } from './environment.ts';
import { freezeHeaders, Headers, listHeaders } from './headers.ts';
import { givenSignal, Request } from './request.ts';
import { makeResponse, type Response } from './response.ts';
import { ReadableStream } from './streams.ts';
import type { WireRequest } from '../../services/services.ts';

/**
 * As WHATWG's Fetch standard has it: the body is read first, then the host is asked.
 *
 * @throws TypeError where the network fails; the reason of the signal where it was aborted; an error of code
 *   `permission-denied` where the extension may not
 */
export async function fetch(input: unknown, init?: unknown): Promise<Response> {
  requireArguments('fetch', arguments, 1);
  const request = new Request(input, init);
  const { signal } = request;
  signal.throwIfAborted();
  const ending = followSignal(signal);
  const body = request.body === null ? undefined : await ending.before(readStream(request.body));
  const { head, body: pieces } = await ending.before(ask(request, body));
  const headers = freezeHeaders(new Headers(head.headers));
  const { url, redirected, status, statusText } = head;
  const parts = { url: withoutHash(url), redirected, status, statusText, headers };
  const iterator = pieces[Symbol.asyncIterator]();
  if (request.method === 'HEAD' || [101, 204, 205, 304].includes(status)) {
    leave(iterator);
    ending.stop();
    return makeResponse({ ...parts, type: 'basic', source: undefined });
  }
  return makeResponse({
    ...parts,
    type: 'basic',
    source: { stream: streamPieces(iterator, ending) },
  });
}

interface Ending {
  aborted: Promise<never>;
  /** What a promise gives, unless the signal is aborted before. */
  before<T>(promise: Promise<T>): Promise<T>;
  /** Listens no longer: a signal may live much longer than a request. */
  stop(): void;
}

function followSignal(signal: AbortSignal): Ending {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  aborted.catch(() => undefined);
  const listener = () => reject(signal.reason);
  signal.addEventListener('abort', listener);
  const stop = () => signal.removeEventListener('abort', listener);
  return {
    aborted,
    stop,
    async before(promise) {
      try {
        return await Promise.race([promise, aborted]);
      } catch (error) {
        stop();
        throw error;
      }
    },
  };
}

async function ask(request: Request, body: Uint8Array | undefined) {
  const { url, method, redirect, headers } = request;
  const wire: WireRequest = { url, method, redirect, headers: listHeaders(headers) };
  if (body !== undefined) wire.body = body;
  // a signal of the guest: to a host, it is as one of Node
  const signal = givenSignal(request) as globalThis.AbortSignal | undefined;
  return await webHost().fetch(wire, signal);
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/s, '');
}

/** Gives what the host sends; an abort ends it with its reason. */
function streamPieces(
  iterator: AsyncIterator<Uint8Array>,
  { aborted, stop }: Ending,
): ReadableStream {
  return new ReadableStream(
    {
      type: 'bytes',
      start(controller) {
        aborted.catch((reason: unknown) => {
          controller.error(reason);
          leave(iterator);
        });
      },
      async pull(controller) {
        const value = await nextPiece(iterator, stop);
        if (value !== undefined) return controller.enqueue(value);
        controller.close();
        controller.byobRequest?.respond(0);
      },
      cancel() {
        stop();
        leave(iterator);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The next piece that isn't empty, in a buffer of its own, since streams take buffers away; none at the end. */
async function nextPiece(
  iterator: AsyncIterator<Uint8Array>,
  stop: () => void,
): Promise<Uint8Array | undefined> {
  try {
    for (;;) {
      const { done, value } = await iterator.next();
      if (done) return (stop(), undefined);
      if (value.length > 0) return value.slice();
    }
  } catch (error) {
    stop();
    throw error;
  }
}

/** Tells the host that nobody reads on. */
function leave(iterator: AsyncIterator<Uint8Array>): void {
  Promise.resolve(iterator.return?.()).catch(() => undefined);
}
