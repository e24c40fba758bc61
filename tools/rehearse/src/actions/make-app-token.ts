import { App, Octokit } from 'octokit';
import type { Run } from './run.ts';

const prefix = 'permission-';

/** Makes a token of the registry's App as `actions/create-github-app-token` does, with its key. */
export async function makeAppToken(
  inputs: Record<string, string>,
  { github, repository }: Run,
): Promise<Record<string, string>> {
  const app = new App({
    appId: inputs['client-id'] ?? '',
    privateKey: inputs['private-key'] ?? '',
    Octokit: Octokit.defaults({ baseUrl: github.api }),
  });
  const [owner = '', repo = ''] = repository.split('/');
  const installation = await app.octokit.request('GET /repos/{owner}/{repo}/installation', {
    owner,
    repo,
  });
  const asked = Object.entries(inputs).filter(([key]) => key.startsWith(prefix));
  const { data } = await app.octokit.request(
    'POST /app/installations/{installation_id}/access_tokens',
    {
      installation_id: installation.data.id,
      repositories: [repo],
      permissions: Object.fromEntries(
        asked.map(([key, level]) => [key.slice(prefix.length).replaceAll('-', '_'), level]),
      ),
    },
  );
  return { token: data.token, 'app-slug': installation.data.app_slug };
}
