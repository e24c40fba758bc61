import { Type } from 'typebox';
import { openPull } from '../actions/open-pull.ts';
import { tellPull } from '../events/tell-pull.ts';
import { diffFiles } from '../git/diff-files.ts';
import { listCommits, mergeBase } from '../git/list-commits.ts';
import { requireRepository, requireToken } from '../http/access.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { requirePull, toReadPull } from '../http/require-pull.ts';
import { json, noContent, route } from '../http/route.ts';
import type { Pull } from '../state/pull.ts';
import { toCommit } from '../views/to-commit.ts';
import { toDiffFile } from '../views/to-diff-file.ts';
import { toFullPull, toPull } from '../views/to-pull.ts';

const NewPull = Type.Object({
  title: Type.String({ minLength: 1 }),
  head: Type.String(),
  base: Type.String(),
  body: Type.Optional(Type.String()),
  draft: Type.Optional(Type.Boolean()),
  head_repo: Type.Optional(Type.String()),
  maintainer_can_modify: Type.Optional(Type.Boolean()),
});

const PullChange = Type.Object({
  title: Type.Optional(Type.String({ minLength: 1 })),
  body: Type.Optional(Type.String()),
  state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('closed')])),
});

const toWritePull = { permission: 'pull_requests', level: 'write' } as const;

/** Pull requests. */
export const pullRoutes = [
  route('GET /repos/{owner}/{repo}/pulls', (call) => {
    const { pulls } = requireRepository(call, toReadPull);
    const { searchParams } = call.url;
    const asked = (name: string) => searchParams.get(name);
    const state = asked('state') ?? 'open';
    const head = asked('head');
    const base = asked('base');
    const found = pulls
      .filter((pull) => state === 'all' || pull.state === state)
      .filter((pull) => head === null || headOf(pull) === head.toLowerCase())
      .filter((pull) => base === null || pull.base.branch === base);
    const newestFirst =
      (asked('direction') ?? (asked('sort') === null ? 'desc' : 'asc')) === 'desc';
    return paginate(call, newestFirst ? found.toReversed() : found, (pull) =>
      toPull(call.world, pull),
    );
  }),
  route('POST /repos/{owner}/{repo}/pulls', async (call) => {
    const repository = requireRepository(call, toWritePull);
    const token = requireToken(call);
    if (token.kind === 'actions') {
      throw new GitHubError(
        403,
        'GitHub Actions is not permitted to create or approve pull requests.',
      );
    }
    const body = readBody(call, NewPull);
    const pull = await openPull(call.world, { repository, token, account: token.account }, body);
    return json(await toFullPull(call.world, pull), 201);
  }),
  route('GET /repos/{owner}/{repo}/pulls/{pull_number}', async (call) =>
    json(await toFullPull(call.world, await requirePull(call))),
  ),
  route('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', async (call) => {
    const pull = await requirePull(call, toWritePull);
    const token = requireToken(call);
    const isAuthor = token.account.id === pull.author.id;
    if (!isAuthor) await requirePull(call, { ...toWritePull, role: 'write' });
    const { state, ...texts } = readBody(call, PullChange);
    const cause = { token, account: token.account };
    const changes = changesOf(pull, texts);
    Object.assign(pull, texts, { updatedAt: call.world.now() });
    if (Object.keys(texts).length > 0)
      await tellPull(call.world, cause, { pull, action: 'edited', changes });
    if (state !== undefined && state !== pull.state) {
      if (pull.merged !== null) throw new GitHubError(422, 'Validation Failed');
      pull.state = state;
      pull.closedAt = state === 'closed' ? call.world.now() : null;
      const action = state === 'closed' ? 'closed' : 'reopened';
      await tellPull(call.world, cause, { pull, action });
    }
    return json(await toFullPull(call.world, pull));
  }),
  route('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', async (call) => {
    const pull = await requirePull(call);
    const { repository, head } = pull;
    const files = await diffFiles(repository.directory, {
      from: await forkPoint(pull),
      to: head.sha,
    });
    return paginate(call, files.slice(0, 3000), (file) =>
      toDiffFile(call.world, { repository: head.repository, sha: head.sha, file }),
    );
  }),
  route('GET /repos/{owner}/{repo}/pulls/{pull_number}/commits', async (call) => {
    const pull = await requirePull(call);
    const { repository, head } = pull;
    const range = { from: [await forkPoint(pull)], to: head.sha };
    const commits = await listCommits(repository.directory, range);
    return paginate(call, commits.toReversed().slice(0, 250), (commit) =>
      toCommit(call.world, { repository, commit }),
    );
  }),
  route('GET /repos/{owner}/{repo}/pulls/{pull_number}/merge', async (call) => {
    if ((await requirePull(call)).merged === null) throw notFound();
    return noContent;
  }),
];

/** What an edit changes, as its event tells it. */
function changesOf(pull: Pull, texts: { title?: string; body?: string }) {
  return {
    ...(texts.title === undefined ? {} : { title: { from: pull.title } }),
    ...(texts.body === undefined ? {} : { body: { from: pull.body ?? '' } }),
  };
}

/** Where the commits of a pull request begin. */
async function forkPoint({ repository, base, head }: Pull): Promise<string> {
  return (await mergeBase(repository.directory, base.sha, head.sha)) ?? base.sha;
}

function headOf({ head }: Pull): string {
  return `${head.repository.owner.login}:${head.branch}`.toLowerCase();
}
