import { RegistryError } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';

/**
 * Reads the body of a request piece by piece. A caller that stops early can still answer on the connection.
 *
 * @param options.withinMs time limit from now to the body's end, however slowly its bytes come
 * @throws RegistryError `body-timeout`, `body-incomplete`
 */
export async function* receiveBody(
  request: FastifyRequest,
  { withinMs }: { withinMs: number },
): AsyncGenerator<Buffer> {
  // destroying the request would cut the connection before the answer
  const pieces = request.raw.iterator({ destroyOnReturn: false });
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(bodyTimeout(withinMs)), withinMs);
  late.promise.catch(() => {}); // it may be awaited by nobody
  let pending = false;
  let size = 0;
  try {
    for (;;) {
      pending = true;
      const piece = await Promise.race([pieces.next(), late.promise]);
      pending = false;
      if (piece.done === true) return;
      const bytes: Buffer = Buffer.from(piece.value);
      size += bytes.length;
      yield bytes;
    }
  } catch (error) {
    throw request.raw.complete || error instanceof RegistryError ? error : cutOff(size, error);
  } finally {
    clearTimeout(timer);
    if (!pending) await pieces.return?.(); // otherwise it would wait for a piece that may never come
  }
}

function bodyTimeout(withinMs: number): RegistryError {
  return new RegistryError(
    'body-timeout',
    `The body did not end within ${Math.ceil(withinMs / 1000)} s`,
    { hint: 'Send it again over a faster connection.' },
  );
}

function cutOff(size: number, cause: unknown): RegistryError {
  return new RegistryError('body-incomplete', `The body ended after ${size} bytes`, {
    hint: 'The connection was lost: send it again.',
    cause,
  });
}
