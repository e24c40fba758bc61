import { RegistryError } from '@orchestra/core';
import * as Type from 'typebox';
import type { Command, CommandContext } from '../command.ts';
import { findKeptToken, forgetToken } from '../credentials/credentials.ts';
import { forgetGitHubToken } from '../github/github-token.ts';
import { callApi } from '../registry/api-client.ts';
import { connectRegistry } from '../registry/registry-client.ts';
import { requireApi } from '../registry/require-api.ts';

/** What was done with the tokens. */
export interface LogoutResult {
  registry: string;
  /** True where a stored token was removed. */
  forgotten: boolean;
  /** True where the token was revoked. */
  revoked: boolean;
  /** True where a stored GitHub token was removed too. */
  github: boolean;
}

/**
 * Removes the registry's token from this machine. It is revoked only with `--revoke`, since it may be in use
 * elsewhere, and removed only after that succeeded.
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

/** Revokes a token; succeeds where it is already invalid. */
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
