import { type Config, parseConfig } from '@orchestra/core';
import { extensionFiles, makeFolder, runProcess, type TemporaryFolder } from '@orchestra/testkit';
import { type GitHub, startGitHub } from '@orchestra/testkit/github';
import { makeWorld, type World } from './make-world.ts';

/** What a program printed or answered: the assertions say what is in it. */
type Json = ReturnType<typeof JSON.parse>;

/** A registry that takes pull requests, and an author with a repository of an extension. */
export interface Door extends World {
  github: GitHub;
  author: { id: number; login: string };
  /** A checkout of `tidewater/tide`, version 1.0.0. */
  folder: TemporaryFolder;
  /** The bare repository of the registry. */
  directory: string;
  /** What the author's environment has. */
  env: Record<string, string>;
  /** Runs a command in the folder, for its JSON. */
  json(...args: string[]): Promise<{ exitCode: number | null; value: Json; stderr: string }>;
  /** Asks the registry's repository for JSON, or changes it, as its App. */
  app(route: string, body?: object): Promise<Json>;
  /** What was asked of GitHub's API that changes something: `POST /repos/…`. */
  writes(): string[];
}

/** The registry's repository. */
export const registry = 'harbor/registry';

/** Makes a door for one test. */
export async function makeDoor(
  options: { manifest?: Record<string, unknown>; api?: string } = {},
): Promise<Door> {
  const world = await makeWorld(options.api === undefined ? {} : { api: options.api });
  const github = await startGitHub({ deviceInterval: 0 });
  await github.addUser('harbor', { type: 'Organization' });
  const author = await github.addUser('tidewater');
  const { directory } = await github.addRepository(registry);
  await github.addRepository('tidewater/tide');
  useDoor(world, { via: 'pull-request', repository: registry, clientId: github.app.clientId });
  const folder = await makeFolder(
    extensionFiles({
      name: 'tide',
      version: '1.0.0',
      repository: `${github.web}/tidewater/tide`,
      ...options.manifest,
    }),
  );
  const env = {
    ORCHESTRA_GITHUB_URL: github.web,
    ORCHESTRA_GITHUB_API_URL: github.api,
    ORCHESTRA_GITHUB_TOKEN: github.addToken('tidewater', { scopes: ['public_repo'] }),
  };
  const appToken = github.addToken('harbor', { kind: 'installation' });
  return {
    ...world,
    github,
    author,
    folder,
    directory,
    env,
    async json(...args) {
      const ended = await world.cli([...args, '--json', '-C', folder.path], { env });
      return { ...ended, value: JSON.parse(ended.stdout) };
    },
    async app(route, body) {
      const [method = '', path = ''] = route.split(' ');
      const answer = await fetch(`${github.api}/repos/${path}`, {
        method,
        headers: { authorization: `Bearer ${appToken}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return answer.json();
    },
    writes: () =>
      github.requests
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`),
    async [Symbol.asyncDispose]() {
      await folder[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
      await github[Symbol.asyncDispose]();
    },
  };
}

function useDoor({ registry: served }: World, publish: Config['publish']): void {
  const url = `${served.url}/config.json`;
  const config = parseConfig(String(served.files.get('/config.json')), { url });
  served.files.set('/config.json', JSON.stringify({ ...config, publish }));
}

/** Asks git about a bare repository. */
export async function gitIn(directory: string, ...args: string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await runProcess(['git', '-C', directory, ...args]);
  if (exitCode !== 0) throw new Error(stderr);
  return stdout;
}
