import { App, Octokit } from 'octokit';
import { type GitHub, type GitHubOptions, guard, settingsOf } from './open-github.ts';

/** An App of GitHub's, and the key that it signs with. */
export interface GitHubApp {
  /** Its number, or its client id. */
  id: string;
  /** PEM. */
  privateKey: string;
}

/** Opens GitHub's API as an App itself, which finds its installations and makes tokens of them. */
export function openGitHubApp(
  { id, privateKey }: GitHubApp,
  options: Omit<GitHubOptions, 'token'>,
): GitHub {
  const settings = { ...options, token: null };
  const app = new App({ appId: id, privateKey, Octokit: Octokit.defaults(settingsOf(settings)) });
  return guard(app.octokit, settings);
}
