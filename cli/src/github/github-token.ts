import { readGitHubHosts } from '@orchestra/github/hosts';
import type { CommandContext } from '../command.ts';
import { readCredentials, writeCredentials } from '../credentials/credentials.ts';

/**
 * Finds the token for GitHub: `ORCHESTRA_GITHUB_TOKEN`, otherwise the stored one; null where there is none.
 *
 * @throws RegistryError `state-corrupted`
 */
export async function findGitHubToken(
  context: CommandContext,
): Promise<{ token: string; isGiven: boolean } | null> {
  const given = context.env['ORCHESTRA_GITHUB_TOKEN']?.trim() ?? '';
  if (given !== '') return { token: given, isGiven: true };
  const { github = {} } = await readCredentials(context);
  const kept = github[originOf(context)];
  return kept === undefined ? null : { token: kept.token, isGiven: false };
}

/** Stores a token for GitHub, and replaces an earlier one. */
export async function keepGitHubToken(
  kept: { token: string; login: string },
  context: CommandContext,
): Promise<void> {
  const before = await readCredentials(context);
  const github = { ...before.github, [originOf(context)]: kept };
  await writeCredentials({ ...before, github }, context);
}

/** Removes the stored token for GitHub. @returns false where there was none */
export async function forgetGitHubToken(context: CommandContext): Promise<boolean> {
  const before = await readCredentials(context);
  const { [originOf(context)]: forgotten, ...github } = before.github ?? {};
  if (forgotten === undefined) return false;
  await writeCredentials({ ...before, github }, context);
  return true;
}

function originOf(context: CommandContext): string {
  return new URL(readGitHubHosts(context.env).web).origin;
}
