import { openGitHubApp, requireRepositoryName } from '@orchestra/github';
import { reachGitHub } from '../reach-github.ts';
import type { Run } from './run.ts';

const prefix = 'permission-';

/** Makes a token of the registry's App as `actions/create-github-app-token` does, with its key. */
export async function makeAppToken(
  inputs: Record<string, string>,
  { github, repository }: Run,
): Promise<Record<string, string>> {
  const app = { id: inputs['client-id'] ?? '', privateKey: inputs['private-key'] ?? '' };
  const { rest } = openGitHubApp(app, reachGitHub(github.api));
  const named = requireRepositoryName(repository);
  const installation = await rest.apps.getRepoInstallation(named);
  const asked = Object.entries(inputs).filter(([key]) => key.startsWith(prefix));
  const { data } = await rest.apps.createInstallationAccessToken({
    installation_id: installation.data.id,
    repositories: [named.repo],
    permissions: Object.fromEntries(
      asked.map(([key, level]) => [key.slice(prefix.length).replaceAll('-', '_'), level]),
    ),
  });
  return { token: data.token, 'app-slug': installation.data.app_slug };
}
