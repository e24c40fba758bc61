import { type Account, AccountSchema, RegistryError } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { callApi } from '../registry/api-client.ts';
import { connect } from '../registry/registry-client.ts';

/**
 * Asks the registry whose token it is.
 *
 * @throws RegistryError `token-invalid`, `registry-failed` for a registry without an API
 */
export async function fetchAccount(token: string, context: CommandContext): Promise<Account> {
  const { config } = await connect(context);
  if (config.api === null) {
    throw new RegistryError('registry-failed', `${config.name} has no API to sign in to`, {
      hint: 'Installing needs no account.',
    });
  }
  return callApi({ url: `${config.api}/me`, token, answer: AccountSchema }, context);
}
