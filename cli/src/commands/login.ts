import { RegistryError } from '@orchestra/core';
import { text as readAll } from 'node:stream/consumers';
import { fetchAccount } from '../credentials/fetch-account.ts';
import type { Command, CommandContext } from '../command.ts';
import { credentialsFile, keepRegistryToken } from '../credentials/credentials.ts';

/** The account that signed in, and the registry. */
export interface LoginResult {
  registry: string;
  login: string;
  /** The file that stores the token. */
  file: string;
}

/** Stores a token for the registry, after asking the registry for its account. */
export const login: Command<{ token?: string }, LoginResult> = {
  async run(options, context) {
    const token = (await readToken(options.token, context)).trim();
    if (!/^[\x21-\x7E]+$/.test(token)) {
      throw new RegistryError('token-invalid', 'That is not a token: it is empty or has spaces', {
        hint: 'Paste the token as it was shown when it was made.',
      });
    }
    const account = await fetchAccount(token, context);
    await keepRegistryToken({ token, login: account.login }, context);
    return {
      registry: context.registry,
      login: account.login,
      file: credentialsFile(context),
    };
  },
  text({ registry, login: name, file }, style) {
    return `${style.green('Signed in')} to ${registry} as ${style.bold(name)}\n${style.dim(`The token is kept in ${file}`)}`;
  },
};

async function readToken(given: string | undefined, context: CommandContext): Promise<string> {
  if (given === '-') return readAll(context.stdin);
  if (given !== undefined) return given;
  if (context.stdin.isTTY !== true || context.json) {
    throw new RegistryError(
      'token-missing',
      'No token was given, and there is no terminal to ask on',
      {
        hint: 'Give it with --token TOKEN, or --token - to read it from standard input.',
      },
    );
  }
  const { password, isCancel } = await import('@clack/prompts');
  const answer = await password({
    message: `Token for ${context.registry}`,
    input: context.stdin,
    output: context.stderr,
  });
  if (isCancel(answer)) throw new RegistryError('cancelled', 'Nothing was changed');
  return answer ?? '';
}
