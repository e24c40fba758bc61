import type { FastifyRequest } from 'fastify';
import { receiveText, type TextLimits } from './receive-text.ts';

/**
 * Reads a body as the fields of a form. Of a repeated field, the last value counts.
 *
 * Source: https://url.spec.whatwg.org/#application/x-www-form-urlencoded
 *
 * @throws RegistryError as {@link receiveText}
 */
export async function receiveForm(
  request: FastifyRequest,
  limits: TextLimits,
): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(await receiveText(request, limits)));
}
