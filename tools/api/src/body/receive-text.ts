import { RegistryError } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';
import { receiveBody } from './receive-body.ts';

/** Limits for a body of text. */
export interface TextLimits {
  /** Counted while streaming, whatever `Content-Length` says. */
  maxBytes: number;
  /** Time limit from the first byte to the last. */
  withinMs: number;
}

/**
 * Reads a body as text.
 *
 * @throws RegistryError `body-invalid` where it is not in UTF-8, `body-too-large`, `body-timeout`,
 *   `body-incomplete`
 */
export async function receiveText(request: FastifyRequest, limits: TextLimits): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > limits.maxBytes) throw tooLarge(limits);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of receiveBody(request, limits)) {
    size += piece.length;
    if (size > limits.maxBytes) throw tooLarge(limits);
    pieces.push(piece);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch (cause) {
    throw new RegistryError('body-invalid', 'Expected a body in UTF-8; found other bytes', {
      hint: 'See /openapi.json for what this route takes.',
      cause,
    });
  }
}

function tooLarge({ maxBytes }: TextLimits): RegistryError {
  return new RegistryError('body-too-large', `Such a body has at most ${maxBytes} bytes`, {
    hint: 'See /openapi.json for how long each text may be.',
  });
}
