import { App, Octokit } from 'octokit';
import type { GitHub, GitHubOptions } from '../src/github/index.ts';
import { startGitHub } from '../src/github/index.ts';

/** The registry's repository in these scenes. */
export const registry = { owner: 'harbor', repo: 'registry' };

/** The file that a publish adds. */
export const submission = 'registry-index/submissions/git-lens/1.0.0.json';

/** A fake GitHub with a registry's repository, and an author. */
export interface Scene extends AsyncDisposable {
  github: GitHub;
  author: { id: number; login: string };
  /** The registry's bare repository. */
  directory: string;
  /** The author, with the scope `public_repo`. */
  octokit: Octokit;
  /** The registry's App, where it is installed. */
  app: Octokit;
}

/** Starts a scene. */
export async function startScene(options: GitHubOptions = {}): Promise<Scene> {
  const github = await startGitHub(options);
  await github.addUser('harbor', { type: 'Organization' });
  const author = await github.addUser('tidewater');
  const { directory } = await github.addRepository('harbor/registry');
  const octokit = connect(github, github.addToken('tidewater', { scopes: ['public_repo'] }));
  return {
    github,
    author,
    directory,
    octokit,
    app: await connectApp(github),
    [Symbol.asyncDispose]: () => github[Symbol.asyncDispose](),
  };
}

/** A client that neither retries nor waits: what it is told is what a test sees. */
export function connect(github: GitHub, auth?: string): Octokit {
  return new Octokit({ ...quiet(github), ...(auth === undefined ? {} : { auth }) });
}

async function connectApp(github: GitHub): Promise<Octokit> {
  const { id, privateKey, installationId } = github.app;
  const app = new App({ appId: id, privateKey, Octokit: Octokit.defaults(quiet(github)) });
  return app.getInstallationOctokit(installationId);
}

function quiet({ api }: GitHub) {
  return { baseUrl: api, retry: { enabled: false }, throttle: { enabled: false } };
}

/** The author's fork of the registry, once its commits are there. */
export async function fork(octokit: Octokit): Promise<{ owner: string; repo: string }> {
  const { data } = await octokit.rest.repos.createFork(registry);
  const at = { owner: data.owner.login, repo: data.name };
  await octokit.rest.git.getRef({ ...at, ref: 'heads/main' }).catch(() => {}); // not there yet
  return at;
}

/** Puts a file on a new branch of the author's fork, and opens a pull request. @returns its number and head */
export async function submit(
  octokit: Octokit,
  { path = submission, branch = 'publish', content = '{}\n' } = {},
) {
  const at = await fork(octokit);
  const { data: main } = await octokit.rest.git.getRef({ ...at, ref: 'heads/main' });
  await octokit.rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: main.object.sha });
  await octokit.rest.repos.createOrUpdateFileContents({
    ...at,
    path,
    branch,
    message: `Add ${path}`,
    content: Buffer.from(content).toString('base64'),
    author: { name: 'tidewater', email: '1+tidewater@users.noreply.github.com' },
  });
  const { data: pull } = await octokit.rest.pulls.create({
    ...registry,
    head: `tidewater:${branch}`,
    base: 'main',
    title: 'Publish git-lens 1.0.0',
  });
  return { at, pull, of: { ...registry, pull_number: pull.number } };
}

/** The status that a request is refused with, and GitHub's message. */
export async function refusal(request: Promise<unknown>) {
  try {
    await request;
  } catch (error) {
    if (error instanceof Error && 'status' in error)
      return { status: error.status, message: error.message };
    throw error;
  }
  throw new Error('it was not refused');
}
