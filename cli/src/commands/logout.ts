import type { Command } from '../command.ts';
import { forgetToken } from '../credentials/credentials.ts';

/** Whether a token was forgotten. */
export interface LogoutResult {
  registry: string;
  /** False where there was none. */
  forgotten: boolean;
}

/** Forgets the token of the registry on this machine. */
export const logout: Command<object, LogoutResult> = {
  async run(_options, context) {
    return { registry: context.registry, forgotten: await forgetToken(context) };
  },
  text({ registry, forgotten }) {
    return forgotten ? `Signed out of ${registry}` : `You were not signed in to ${registry}`;
  },
};
