import { RegistryError } from '@orchestra/core';
import type { FastifyRequest } from 'fastify';
import { receiveText, type TextLimits } from './receive-text.ts';

/**
 * Reads a body as JSON.
 *
 * @throws RegistryError `body-invalid` with the place of the mistake; whatever {@link receiveText} throws
 */
export async function receiveJson(request: FastifyRequest, limits: TextLimits): Promise<unknown> {
  const text = await receiveText(request, limits);
  if (text === '') throw invalid('Expected a body of JSON; found none');
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch (error) {
    throw invalid(`Expected a body of JSON; found a mistake ${placeOf(error, text)}`, error);
  }
}

/** Where the parser stopped. The body isn't quoted, because it may contain a secret. */
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
