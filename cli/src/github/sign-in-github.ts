import { RegistryError } from '@orchestra/core';
import { plain, styleFor } from '@orchestra/terminal';
import type { CommandContext } from '../command.ts';
import { startProgress } from '../render/progress.ts';
import { authorizeDevice, type DeviceCode, type GitHub } from '@orchestra/github';
import { tokenHint } from './open-own-github.ts';

/** The reason for signing in, and the app that asks. */
export interface SignInReason {
  /** Client id of the registry's OAuth app. */
  clientId: string;
  /** Completes "GitHub is asked to": `open a pull request at tide/registry in your name`. */
  why: string;
}

/**
 * Signs in to GitHub by its device flow: shows a code and the page to enter it on, opens no browser, and
 * waits.
 *
 * @param github GitHub's website, without a token
 * @returns the token
 * @throws RegistryError `token-missing` without a terminal to show the code on, `cancelled` for a no
 */
export async function signInGitHub(
  { clientId, why }: SignInReason,
  { github, context }: { github: GitHub; context: CommandContext },
): Promise<string> {
  if (context.json || context.stderr.isTTY !== true) {
    throw new RegistryError('token-missing', `You are not signed in to GitHub, to ${why}`, {
      hint: tokenHint,
    });
  }
  const style = styleFor(context.stderr, context);
  using progress = await startProgress(context, 'Asking GitHub for a code');
  const onCode = ({ code, url, seconds }: DeviceCode) => {
    context.stderr.write(
      [
        `\r\u001B[KTo ${why}, this program needs a token of GitHub's that may write to your public repositories (public_repo).`,
        `It goes to GitHub alone, never to the registry, and is kept on this machine until you log out.`,
        `Open ${style.bold(plain(url))} and type ${style.bold(plain(code))}`,
        '',
      ].join('\n'),
    );
    progress.update(`Waiting for you, at most ${Math.round(seconds / 60)} minutes`);
  };
  try {
    return await authorizeDevice({ clientId, scopes: ['public_repo'] }, { github, onCode });
  } catch (error) {
    throw refusal(error);
  }
}

/** Source: https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#error-codes-for-the-device-flow */
function refusal(error: unknown): unknown {
  const said = error instanceof Error ? error.message : '';
  const hint = 'Run the command again, or set ORCHESTRA_GITHUB_TOKEN.';
  if (said.includes('access_denied')) {
    return new RegistryError('cancelled', 'Nothing was changed', {
      hint: 'You said no on GitHub.',
    });
  }
  if (said.includes('expired_token')) {
    return new RegistryError('cancelled', 'The code was not typed in time; nothing was changed', {
      hint,
    });
  }
  if (error instanceof RegistryError || !said.includes('error')) return error;
  return new RegistryError('github-failed', `GitHub gives no token: ${plain(said).slice(0, 300)}`, {
    hint,
    cause: error,
  });
}
