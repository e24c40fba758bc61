import { RegistryError } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { cliVersion } from '../version.ts';

/** Time limit in milliseconds, long enough for slow connections. */
const timeoutMs = 60_000;

/**
 * Sends a request to the registry and returns the response, whatever its status is.
 *
 * @throws RegistryError `registry-unreachable`
 */
export async function request(
  url: string,
  options: { context: Pick<CommandContext, 'fetch'>; init?: RequestInit },
): Promise<Response> {
  const { context, init = {} } = options;
  const headers = new Headers(init.headers);
  headers.set('user-agent', `orchestra-ext/${cliVersion}`);
  try {
    return await context.fetch(url, { ...init, headers, signal: AbortSignal.timeout(timeoutMs) });
  } catch (error) {
    throw unreachable(url, error);
  }
}

/** The error for a registry that doesn't answer, or stops during a response. */
export function unreachable(url: string, cause: unknown): RegistryError {
  const { origin } = new URL(url);
  return new RegistryError('registry-unreachable', `${origin} can't be reached: ${why(cause)}`, {
    hint: 'Check the network, and the address given by --registry or ORCHESTRA_REGISTRY.',
    cause,
  });
}

function why(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  if (cause instanceof AggregateError) return why(cause.errors[0]);
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

/**
 * Reads a response's body as text, up to a size.
 *
 * @throws RegistryError `registry-not-one` for a larger one, `registry-unreachable` for one that is cut off
 */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > maxBytes) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw unreachable(response.url, error);
  }
  if (size <= maxBytes) return Buffer.concat(chunks).toString('utf8');
  const message = `${response.url} answers more than ${maxBytes} bytes`;
  throw new RegistryError('registry-not-one', message, {
    hint: 'Check the address given by --registry or ORCHESTRA_REGISTRY.',
  });
}
