import { RegistryError } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';
import { receiveBody } from './receive-body.ts';

/** What a JSON body may be. */
export interface JsonLimits {
  /** Counted while streaming, whatever `Content-Length` says. */
  maxBytes: number;
  /** From its first byte to its last. */
  withinMs: number;
}

/**
 * Reads a body as JSON.
 *
 * @throws RegistryError `body-invalid` with the place of the mistake, `body-too-large`,
 *   `body-timeout`, `body-incomplete`
 */
export async function receiveJson(request: FastifyRequest, limits: JsonLimits): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > limits.maxBytes) throw tooLarge(limits);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of receiveBody(request, limits)) {
    size += piece.length;
    if (size > limits.maxBytes) throw tooLarge(limits);
    pieces.push(piece);
  }
  return parse(Buffer.concat(pieces));
}

function parse(bytes: Buffer): unknown {
  if (bytes.length === 0) throw invalid('Expected a body of JSON; found none');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw invalid('Expected a body in UTF-8; found other bytes', error);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(`Expected a body of JSON; found a mistake ${placeOf(error, text)}`, error);
  }
}

/** Where the parser stopped, without quoting the body, which may be a secret. */
function placeOf(error: unknown, text: string): string {
  const found = /at position (\d+)/.exec(error instanceof Error ? error.message : '');
  const before = found === null ? text : text.slice(0, Number(found[1]));
  const lines = before.split('\n');
  return `at line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

function invalid(message: string, cause?: unknown): RegistryError {
  return new RegistryError('body-invalid', message, {
    hint: 'See /openapi.json for what this route takes.',
    cause,
  });
}

function tooLarge({ maxBytes }: JsonLimits): RegistryError {
  return new RegistryError('body-too-large', `A body of JSON has at most ${maxBytes} bytes`, {
    hint: 'See /openapi.json for how long each text may be.',
  });
}
