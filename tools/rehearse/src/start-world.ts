import { type Config, defaultLimits } from '@orchestra/core';
import {
  cliIn,
  extensionFiles,
  makeFolder,
  type RunCli,
  startGcs,
  startPostgres,
  type TemporaryFolder,
} from '@orchestra/testkit';
import { type GitHub, startGitHub } from '@orchestra/testkit/github';
import { readWorkflows } from '@orchestra/testkit/workflows';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Runner } from './actions/run.ts';
import { freePort, serveApi } from './servers/serve-api.ts';
import { serveIndex } from './servers/serve-index.ts';
import { servePages } from './servers/serve-pages.ts';

/** Everything that a production registry needs, on this machine, with an author, a user and a maintainer. */
export interface World extends AsyncDisposable {
  github: GitHub;
  runner: Runner;
  config: Config;
  /** Folder of the author's extension. */
  extension: TemporaryFolder;
  /** Runs `orchestra ext …` as the author, who is signed in to GitHub, or as a user. */
  author: RunCli;
  user: RunCli;
  /** GitHub token of a person whose approval counts. */
  maintainerToken: string;
}

const bucket = 'harbor-blobs';
const registry = 'harbor/registry';

/**
 * Starts all parts of the world.
 *
 * @param root folder of the project
 */
export async function startWorld(root: string, tell: (text: string) => void): Promise<World> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(await makeFolder());
  const [github, gcs, postgres] = await Promise.all([
    startGitHub(),
    startGcs({ buckets: [bucket] }),
    startPostgres(),
  ]);
  for (const server of [github, gcs, postgres]) started.use(server);
  const pages = folder.join('pages');
  let directory = '';
  const [site, index] = await Promise.all([servePages(pages), serveIndex(() => directory)]);
  for (const server of [site, index]) started.use(server);
  const port = await freePort();
  const config: Config = {
    format: 1,
    name: 'Harbor',
    index: `${index.origin}/extensions`,
    packages: `${gcs.origin}/${bucket}/packages`,
    docs: `${gcs.origin}/${bucket}/docs`,
    api: `http://127.0.0.1:${port}/api/v1`,
    site: site.origin,
    publish: { via: 'pull-request', repository: registry, clientId: github.app.clientId },
    limits: defaultLimits,
  };

  await github.addUser('harbor', { type: 'Organization' });
  await github.addUser('harbor-master');
  await github.addUser('tidewater');
  const repository = await github.addRepository(registry, {
    files: await registryFiles(root, config),
  });
  directory = repository.directory;
  github.addCollaborator(registry, 'harbor-master', 'write');
  const extension = started.use(
    await makeFolder(
      extensionFiles({
        name: 'tide-table',
        version: '1.0.0',
        repository: `${github.web}/tidewater/tide-table`,
      }),
    ),
  );
  await github.addRepository('tidewater/tide-table', { files: { 'README.md': '# Tide table\n' } });

  await mkdir(folder.join('runs'));
  const { workflows } = await readWorkflows(root);
  const runner: Runner = {
    github,
    repository: registry,
    directory,
    workflows,
    root,
    folder: folder.join('runs'),
    pages,
    values: {
      vars: { REGISTRY_APP_CLIENT_ID: github.app.clientId },
      secrets: { REGISTRY_APP_PRIVATE_KEY: github.app.privateKey },
    },
    environments: {
      production: {
        vars: { REGISTRY_BLOBS: `gs://${bucket}` },
        secrets: {},
      },
      database: { vars: {}, secrets: { DATABASE_URL: postgres.url } },
    },
    machine: { INPUT_ASSET_HOSTS: github.storage, INPUT_STORAGE_URL: gcs.origin },
    tell,
  };
  const api = { root, port, database: postgres.url, repository: directory };
  const url = site.origin;
  const ending = new AbortController();
  const cli = (home: string, env: Record<string, string> = {}): RunCli => {
    const run = cliIn(folder.join(home), { url });
    return (args, options) =>
      run(args, { ...options, env: { CI: 'true', ...env }, signal: ending.signal });
  };
  started.use(await serveApi({ ...api, cache: folder.join('api') }));
  started.defer(() => ending.abort()); // a command that waits would wait for half an hour
  const running = started.move();
  return {
    github,
    runner,
    config,
    extension,
    author: cli('author', {
      ORCHESTRA_GITHUB_URL: github.web,
      ORCHESTRA_GITHUB_API_URL: github.api,
      ORCHESTRA_GITHUB_TOKEN: github.addToken('tidewater', { scopes: ['public_repo'] }),
    }),
    user: cli('user'),
    maintainerToken: github.addToken('harbor-master', { scopes: ['public_repo'] }),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** The files of the registry's repository before the first publish, as far as the registry uses them. */
async function registryFiles(root: string, config: Config): Promise<Record<string, string>> {
  const folder = join(root, 'registry-index');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const files = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return [`registry-index/${name}`, text] as const;
    }),
  );
  const configText = `${JSON.stringify(config, null, 2)}\n`;
  return { ...Object.fromEntries(files), 'registry-index/config.json': configText };
}
