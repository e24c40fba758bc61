import {
  type PublishSubmission,
  readReceiptMark,
  type ReceiptMark,
  serializeSubmission,
  type Submission,
  submissionPath,
  type Validation,
} from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import {
  type BlobStore,
  folderBlobStore,
  GitIndex,
  listPending,
  openPushedIndex,
} from '@orchestra/registry';
import { makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { type GitHub as FakeGitHub, startGitHub } from '@orchestra/testkit/github';
import { randomUUID } from 'node:crypto';
import { Octokit } from 'octokit';
import { openJobGitHub } from '../src/github/open-job-github.ts';
import { openIndexCopy } from '../src/open-index-copy.ts';
import { type AppliedSubmission, applyPending } from '../src/publish/apply-pending.ts';
import type { PublishPlan } from '../src/publish/plan-schema.ts';
import { planPending } from '../src/publish/plan-pending.ts';
import { tellReceipts } from '../src/publish/tell-receipts.ts';
import { reportSubmission, type Reported } from '../src/report/report-submission.ts';
import { validate } from '../src/validate/validate.ts';
import { pack } from './pack.ts';
import { registryFiles } from './registry-files.ts';

/** The registry's repository. */
export const registry = { owner: 'harbor', repo: 'registry' };

/** An account with a token, and its repository. */
export interface Author {
  id: number;
  login: string;
  octokit: Octokit;
}

/** What a pull request holds, where it isn't what it should be. */
export interface Spoiled {
  /** Files by path of the repository; null removes one. */
  files?: Record<string, string | null>;
  /** Of all files; `100644` where absent. */
  mode?: '100644' | '100755' | '120000';
  email?: string;
  message?: string;
  title?: string;
  branch?: string;
}

/** A GitHub with a registry in it, its jobs, and a store of its own. */
export interface World extends AsyncDisposable {
  github: FakeGitHub;
  folder: TemporaryFolder;
  blobs: BlobStore;
  /** Lines that the jobs logged. */
  logged: string[];
  addAuthor(login: string): Promise<Author>;
  /** Releases a package in a repository of the author and writes the submission of it. */
  release(
    author: Author,
    manifest?: Record<string, unknown>,
    options?: {
      repository?: string;
      uploader?: string;
      draft?: boolean;
      bytes?: Buffer;
      /** What stands in the package beside the usual. */
      files?: Record<string, string>;
    },
  ): Promise<PublishSubmission>;
  /** Opens a pull request. @returns its number */
  submit(author: Author, submission: Submission, spoiled?: Spoiled): Promise<number>;
  validate(pullRequest: number, options?: { downloadMs?: number }): Promise<Validation>;
  /** @param options.beforeMerge is done once everything was looked at, right before the merge */
  report(
    validation: Validation,
    options?: { beforeMerge?: () => Promise<void> },
  ): Promise<Reported>;
  approve(pullRequest: number, head?: string): Promise<void>;
  /** Puts the label `hold` on it. */
  hold(pullRequest: number): Promise<void>;
  /** All of it until it is merged. */
  merge(pullRequest: number): Promise<Reported>;
  plan(): Promise<PublishPlan>;
  apply(plan: PublishPlan, options?: { blobs?: BlobStore }): Promise<AppliedSubmission[]>;
  publish(): Promise<AppliedSubmission[]>;
  /** The bodies of all comments. */
  comments(pullRequest: number): Promise<string[]>;
  labels(pullRequest: number): Promise<string[]>;
  mark(pullRequest: number): Promise<ReceiptMark | null>;
  /** The index as it is on GitHub. */
  index: GitIndex;
  /** Paths of the submissions on main. */
  pending(): Promise<string[]>;
}

/**
 * Starts one: `harbor/registry`, kept by `harbor-master`.
 *
 * @param served.packages where it says that packages are served; nothing is there, unless told
 */
export async function startWorld(served: { packages?: string } = {}): Promise<World> {
  const github = await startGitHub();
  const folder = await makeFolder();
  await github.addUser('harbor', { type: 'Organization' });
  await github.addUser('harbor-master');
  const files = await registryFiles(served.packages ?? `${github.web}/packages`);
  const repository = await github.addRepository('harbor/registry', { files });
  github.addCollaborator('harbor/registry', 'harbor-master', 'write');
  const index = await GitIndex.openExisting(repository.directory);
  if (index === null) throw new Error('the registry has no index');
  const blobs = await folderBlobStore(folder.join('blobs'));
  const logged: string[] = [];
  const log = (text: string) => void logged.push(text);

  const token = (
    kind: 'actions' | 'installation',
    permissions?: Record<string, 'read' | 'write'>,
  ) =>
    github.addToken('harbor', {
      kind,
      repositories: ['harbor/registry'],
      ...(permissions === undefined ? {} : { permissions }),
    });
  const reading = token('actions', { contents: 'read', pull_requests: 'read', metadata: 'read' });
  const acting = token('installation');
  const open = (auth: string, send: typeof fetch = fetch) =>
    openJobGitHub({ api: github.api, token: auth, fetch: send, log, retryAfterMs: 1 });
  const keeper = connect(github, github.addToken('harbor-master', { scopes: ['public_repo'] }));
  const url = `${github.web}/harbor/registry.git`;
  const hosts = { api: github.api, server: github.web, others: [github.storage] };
  const now = () => new Date();
  const reader = { github: open(reading), hosts, token: reading, fetch, now, log };
  const bot = github.app.login;

  const world: World = {
    github,
    folder,
    blobs,
    logged,
    index,
    async addAuthor(login) {
      const { id } = await github.addUser(login);
      return {
        id,
        login,
        octokit: connect(github, github.addToken(login, { scopes: ['public_repo'] })),
      };
    },
    async release(author, manifest = {}, options = {}) {
      const fullName = options.repository ?? `${author.login}/tides`;
      const at = split(fullName);
      const present = await author.octokit.rest.repos.get(at).catch(() => null);
      const repositoryId = present?.data.id ?? (await github.addRepository(fullName)).id;
      const packed = await pack(manifest, options.files);
      const bytes = options.bytes ?? packed.bytes;
      const name = String(manifest['name'] ?? 'tide-table');
      const version = String(manifest['version'] ?? '1.0.0');
      const tag = `${name}-v${version}-${randomUUID().slice(0, 4)}`;
      const { assets } = await github.addRelease(fullName, {
        tag,
        draft: options.draft ?? false,
        assets: [
          { name: `${name}-${version}.tar.gz`, bytes, uploader: options.uploader ?? author.login },
        ],
      });
      const head = await author.octokit.rest.git.getRef({ ...at, ref: 'heads/main' });
      return {
        format: 1,
        action: 'publish',
        name,
        version,
        sha256: sha256Hex(packed.bytes),
        size: packed.bytes.length,
        source: {
          repositoryId,
          repository: fullName,
          releaseAssetId: assets[0]?.id ?? 0,
          tag,
          commit: head.data.object.sha,
        },
      };
    },
    submit: (author, submission, spoiled) => submit(author, submission, spoiled),
    async validate(pullRequest, options = {}) {
      const directory = folder.join(`copy-${randomUUID()}`);
      using copy = await openIndexCopy(directory, { url, token: reading });
      const file = folder.join(`${randomUUID()}.tar.gz`);
      const snapshot = await copy.snapshot();
      return await validate(
        { repository: registry, pullRequest, file },
        { ...reader, ...options, snapshot },
      );
    },
    report(validation, { beforeMerge } = {}) {
      const send: typeof fetch = async (at, init) => {
        if (init?.method === 'PUT' && String(at).endsWith('/merge')) await beforeMerge?.();
        return fetch(at, init);
      };
      return reportSubmission(
        { repository: registry, validation },
        { github: open(acting, send), bot },
      );
    },
    async approve(pullRequest, head) {
      const named = { ...registry, pull_number: pullRequest };
      const { data } = await keeper.rest.pulls.get(named);
      await keeper.rest.pulls.createReview({
        ...named,
        event: 'APPROVE',
        commit_id: head ?? data.head.sha,
      });
    },
    async hold(pullRequest) {
      const issue = { ...registry, issue_number: pullRequest };
      await keeper.rest.issues.addLabels({ ...issue, labels: ['hold'] });
    },
    async merge(pullRequest) {
      await world.approve(pullRequest);
      return world.report(await world.validate(pullRequest));
    },
    async plan() {
      const directory = folder.join(`copy-${randomUUID()}`);
      using copy = await openIndexCopy(directory, { url, token: reading });
      return await planPending({ folder: folder.join('plan') }, { ...reader, index: copy });
    },
    async apply(plan, options = {}) {
      const directory = folder.join(`copy-${randomUUID()}`);
      using copy = await openPushedIndex(directory, { url, token: acting });
      const acts = { github: open(acting), repository: registry, index: copy, now, log };
      const context = { ...acts, blobs: options.blobs ?? blobs };
      const applied = await applyPending({ plan, folder: folder.join('plan') }, context);
      const config = JSON.parse((await (await copy.snapshot()).readFile('config.json')) ?? '');
      await tellReceipts(applied, { ...context, bot, config, fetch, servedMs: 0 });
      return applied;
    },
    publish: async () => world.apply(await world.plan()),
    async comments(pullRequest) {
      const asked = { ...registry, issue_number: pullRequest, per_page: 100 };
      const { data } = await keeper.rest.issues.listComments(asked);
      return data.map(({ body }) => body ?? '');
    },
    async labels(pullRequest) {
      const { data } = await keeper.rest.issues.get({ ...registry, issue_number: pullRequest });
      return data.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')));
    },
    async mark(pullRequest) {
      return readReceiptMark((await world.comments(pullRequest))[0] ?? '');
    },
    async pending() {
      return (await listPending(index, await index.snapshot())).map(({ path }) => path);
    },
    async [Symbol.asyncDispose]() {
      index[Symbol.dispose]();
      await folder[Symbol.asyncDispose]();
      await github[Symbol.asyncDispose]();
    },
  };
  return world;
}

function connect(github: FakeGitHub, auth: string): Octokit {
  return new Octokit({
    baseUrl: github.api,
    auth,
    retry: { enabled: false },
    throttle: { enabled: false },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
}

function split(fullName: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = fullName.split('/');
  return { owner, repo };
}

/** Forks, commits to a branch of its own, and opens the pull request, as the command line does. */
async function submit(
  author: Author,
  submission: Submission,
  spoiled: Spoiled = {},
): Promise<number> {
  const { octokit, id, login } = author;
  const { data: fork } = await octokit.rest.repos.createFork(registry);
  const at = { owner: fork.owner.login, repo: fork.name };
  const main = await refOf(octokit, at);
  const path = `registry-index/${submissionPath(submission)}`;
  const files = spoiled.files ?? { [path]: serializeSubmission(submission) };
  const mode = spoiled.mode ?? '100644';
  const tree = await octokit.rest.git.createTree({
    ...at,
    base_tree: main,
    tree: Object.entries(files).map(([name, content]) =>
      content === null
        ? { path: name, mode: '100644', type: 'blob', sha: null }
        : { path: name, mode, type: 'blob', content },
    ),
  });
  const email = spoiled.email ?? `${id}+${login}@users.noreply.github.com`;
  const who = { name: login, email, date: new Date().toISOString() };
  const what = `${submission.name} ${submission.version}`;
  const commit = await octokit.rest.git.createCommit({
    ...at,
    message: spoiled.message ?? `Submit ${what}`,
    tree: tree.data.sha,
    parents: [main],
    author: who,
    committer: who,
  });
  const branch = spoiled.branch ?? `submit-${randomUUID()}`;
  await octokit.rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: commit.data.sha });
  const { data: pull } = await octokit.rest.pulls.create({
    ...registry,
    head: `${login}:${branch}`,
    base: 'main',
    title: spoiled.title ?? `Submit ${what}`,
  });
  return pull.number;
}

/** A fork is there a moment after it was asked for. */
async function refOf(octokit: Octokit, at: { owner: string; repo: string }): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const found = await octokit.rest.git
      .getRef({ ...at, ref: 'heads/main' })
      .catch((error: unknown) => {
        if (attempt === 20) throw error;
        return null;
      });
    if (found !== null) return found.data.object.sha;
  }
}
