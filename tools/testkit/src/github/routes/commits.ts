import { fillFork } from '../actions/fork-repository.ts';
import { diffFiles } from '../git/diff-files.ts';
import { countCommits, isAncestor, listCommits, mergeBase } from '../git/list-commits.ts';
import { readCommit } from '../git/read-commit.ts';
import { listRefs, readRef, resolveCommit } from '../git/refs.ts';
import { writeObject } from '../git/loose-objects.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { paginate } from '../http/paginate.ts';
import { requireGit } from '../http/require-git.ts';
import { type Call, json, param, route } from '../http/route.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { toCommit } from '../views/to-commit.ts';
import { toDiffFile } from '../views/to-diff-file.ts';
import { toPull } from '../views/to-pull.ts';
import { repositoryPage, repositoryUrl } from '../views/to-repository.ts';

/** Branches and the commits on them. */
export const commitRoutes = [
  route('GET /repos/{owner}/{repo}/branches', async (call) => {
    const repository = await requireGit(call);
    const branches = await listRefs(repository.directory, 'refs/heads/');
    const base = repositoryUrl(call.world, repository);
    return paginate(call, branches, ({ name, sha }) => {
      const commit = { sha, url: `${base}/commits/${sha}` };
      return { name: name.replace('refs/heads/', ''), commit, protected: false };
    });
  }),
  route('GET /repos/{owner}/{repo}/branches/{branch}', async (call) => {
    const repository = await requireGit(call);
    const name = param(call, 'branch');
    const sha = await readRef(repository.directory, `refs/heads/${name}`);
    if (sha === null) throw new GitHubError(404, 'Branch not found');
    const self = `${repositoryUrl(call.world, repository)}/branches/${encodeURIComponent(name)}`;
    const html = `${repositoryPage(call.world, repository)}/tree/${name}`;
    return json({
      name,
      commit: await requireCommit(call, repository, sha),
      _links: { self, html },
      protected: false,
      protection: {},
      protection_url: `${self}/protection`,
    });
  }),
  route('GET /repos/{owner}/{repo}/commits', async (call) => {
    const repository = await requireGit(call);
    const { searchParams } = call.url;
    const from = await resolveCommit(repository.directory, searchParams.get('sha') ?? 'main');
    if (from === null) throw notFound();
    const commits = await listCommits(repository.directory, { to: from, most: 1000 });
    return paginate(call, commits, (commit) => toCommit(call.world, { repository, commit }));
  }),
  route('GET /repos/{owner}/{repo}/commits/{ref}', async (call) => {
    const repository = await requireGit(call);
    const ref = param(call, 'ref');
    const sha = await resolveCommit(repository.directory, ref);
    if (sha === null) throw new GitHubError(422, `No commit found for SHA: ${ref}`);
    if (/application\/vnd\.github\.(?:v3\.)?sha/.test(call.headers['accept'] ?? '')) {
      return { status: 200, bytes: Buffer.from(sha) };
    }
    const commit = await requireCommit(call, repository, sha);
    const files = await diffFiles(repository.directory, {
      from: commit.parents[0]?.sha ?? (await emptyTree(repository)),
      to: sha,
    });
    const additions = files.reduce((sum, file) => sum + file.additions, 0);
    const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
    return json({
      ...commit,
      stats: { additions, deletions, total: additions + deletions },
      files: files.map((file) => toDiffFile(call.world, { repository, sha, file })),
    });
  }),
  route('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', async (call) => {
    const repository = await requireGit(call, { permission: 'pull_requests' });
    const { directory, pulls } = repository;
    const sha = param(call, 'commit_sha');
    if ((await readCommit(directory, sha)) === null) {
      throw new GitHubError(422, `No commit found for SHA: ${sha}`);
    }
    const found = await Promise.all(
      pulls.map(async (pull) => {
        if (pull.merged?.commit === sha || pull.head.sha === sha) return [pull];
        const head = await readRef(directory, `refs/pull/${pull.number}/head`);
        const brought = head !== null && (await isAncestor(directory, sha, head));
        return brought && !(await isAncestor(directory, sha, pull.base.sha)) ? [pull] : [];
      }),
    );
    return paginate(call, found.flat(), (pull) => toPull(call.world, pull));
  }),
  route('GET /repos/{owner}/{repo}/compare/{basehead}', async (call) => {
    const repository = await requireGit(call);
    const { directory } = repository;
    const [one = '', other = ''] = param(call, 'basehead').split('...');
    const from = await findEnd(call.world, repository, one);
    const to = await findEnd(call.world, repository, other);
    const base = from === null || to === null ? null : await mergeBase(directory, from, to);
    if (from === null || to === null || base === null) throw notFound();
    const ahead = await countCommits(directory, { from, to });
    const behind = await countCommits(directory, { from: to, to: from });
    const commits = await listCommits(directory, { from: [from], to });
    const url = `${repositoryUrl(call.world, repository)}/compare/${one}...${other}`;
    const page = `${repositoryPage(call.world, repository)}/compare/${one}...${other}`;
    const files = await diffFiles(directory, { from: base, to });
    return json({
      url,
      html_url: page,
      permalink_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      base_commit: await requireCommit(call, repository, from),
      merge_base_commit: await requireCommit(call, repository, base),
      status: statusOf(ahead, behind),
      ahead_by: ahead,
      behind_by: behind,
      total_commits: commits.length,
      commits: commits.toReversed().map((commit) => toCommit(call.world, { repository, commit })),
      files: files.map((file) => toDiffFile(call.world, { repository, sha: to, file })),
    });
  }),
];

/** An end of a comparison: a commit here, or `owner:branch` of another repository of the network. */
async function findEnd(
  world: World,
  repository: Repository,
  written: string,
): Promise<string | null> {
  const [owner = '', branch] = written.split(':');
  if (branch === undefined) return resolveCommit(repository.directory, written);
  const account = world.findAccount(owner);
  const root = repository.parent ?? repository;
  const source = world.repositories.find(
    (one) => one.owner.id === account?.id && (one === root || one.parent === root),
  );
  if (source === undefined) return null;
  if (!source.ready) {
    await fillFork(source);
    return null;
  }
  return readRef(source.directory, `refs/heads/${branch}`);
}

async function requireCommit(call: Call, repository: Repository, sha: string) {
  const commit = await readCommit(repository.directory, sha);
  if (commit === null) throw notFound();
  return toCommit(call.world, { repository, commit });
}

function emptyTree({ directory }: Repository): Promise<string> {
  return writeObject(directory, { type: 'tree', bytes: Buffer.alloc(0) });
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
