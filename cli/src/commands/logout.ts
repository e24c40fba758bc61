import { RegistryError } from '@orchestra/core';
import * as Type from 'typebox';
import type { Command, CommandContext } from '../command.ts';
import { findKeptToken, forgetToken } from '../credentials/credentials.ts';
import { forgetGitHubToken } from '../github/github-token.ts';
import { callApi } from '../registry/api-client.ts';
import { connectRegistry } from '../registry/registry-client.ts';
import { requireApi } from '../registry/require-api.ts';

/** Whether a token was forgotten. */
export interface LogoutResult {
  registry: string;
  /** False where there was none. */
  forgotten: boolean;
  /** True where it is valid no more. */
  revoked: boolean;
  /** True where a token for GitHub was forgotten too. */
  github: boolean;
}

/**
 * Forgets the token of the registry on this machine. The same token may be in use elsewhere: it is
 * ended only where that is asked for, and forgotten only once it is ended.
 */
export const logout: Command<{ revoke: boolean }, LogoutResult> = {
  async run({ revoke }, context) {
    const token = revoke ? await findKeptToken(context) : null;
    if (token !== null) await endToken(token, context);
    const forgotten = await forgetToken(context);
    const github = await forgetGitHubToken(context);
    return { registry: context.registry, forgotten, revoked: token !== null, github };
  },
  text({ registry, forgotten, revoked, github }) {
    const also = github
      ? '\nThe token for GitHub is forgotten. GitHub ends it under Settings, Applications.'
      : '';
    if (!forgotten) return `You were not signed in to ${registry}${also}`;
    return `Signed out of ${registry}${revoked ? '; the token is valid no more' : ''}${also}`;
  },
};

/** A token that has ended before is what was wanted. */
async function endToken(token: string, context: CommandContext): Promise<void> {
  const { config } = await connectRegistry(context);
  const hint = 'Leave --revoke out to forget the token on this machine.';
  const url = `${requireApi(config, { to: 'end the token at', hint })}/auth/token`;
  try {
    await callApi({ method: 'DELETE', url, token, answer: Type.Null() }, context);
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code !== 'token-invalid') throw error;
  }
}
