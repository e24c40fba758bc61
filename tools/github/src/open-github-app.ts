import { App, Octokit } from 'octokit';
import { type GitHub, type GitHubOptions, guard, settingsOf } from './open-github.ts';

/** A GitHub App and its private key. */
export interface GitHubApp {
  /** App id or client id. */
  id: string;
  /** Private key as PEM. */
  privateKey: string;
}

/** Opens GitHub's API as an App, which can find its installations and make tokens for them. */
export function openGitHubApp(
  { id, privateKey }: GitHubApp,
  options: Omit<GitHubOptions, 'token'>,
): GitHub {
  const settings = { ...options, token: null };
  const app = new App({ appId: id, privateKey, Octokit: Octokit.defaults(settingsOf(settings)) });
  return guard(app.octokit, settings);
}
