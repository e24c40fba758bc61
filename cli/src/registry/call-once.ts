import { RegistryError } from '@orchestra/core';
import { randomUUID } from 'node:crypto';
import type { Static, TSchema } from 'typebox';
import type { CommandContext } from '../command.ts';
import { type ApiCall, callApi } from './api-client.ts';

/**
 * Calls the HTTP API for a write, and repeats the call once where the response was lost. The same
 * `Idempotency-Key` makes the registry carry it out only once.
 *
 * @throws RegistryError whatever {@link callApi} throws
 */
export async function callOnce<S extends TSchema>(
  call: ApiCall<S>,
  context: CommandContext,
): Promise<Static<S>> {
  const headers = { ...call.headers, 'idempotency-key': randomUUID() };
  try {
    return await callApi({ ...call, headers }, context);
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code !== 'registry-unreachable') throw error;
    return callApi({ ...call, headers }, context);
  }
}
