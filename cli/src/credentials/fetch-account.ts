import { type Account, AccountSchema } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { callApi } from '../registry/api-client.ts';
import { connectRegistry } from '../registry/registry-client.ts';
import { requireApi } from '../registry/require-api.ts';

/**
 * Fetches the account that a token belongs to.
 *
 * @throws RegistryError `token-invalid`, `registry-failed` for a registry without an API
 */
export async function fetchAccount(token: string, context: CommandContext): Promise<Account> {
  const { config } = await connectRegistry(context);
  const api = requireApi(config, { to: 'sign in to', hint: 'Installing needs no account.' });
  return callApi({ url: `${api}/me`, token, answer: AccountSchema }, context);
}
