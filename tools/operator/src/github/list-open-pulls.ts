import * as Type from 'typebox';
import type { Static } from 'typebox';
import { askGitHub, type GitHubAccess } from './ask-github.ts';

const AuthorSchema = Type.Union([Type.Object({ login: Type.String() }), Type.Null()]);

/** A pull request, as far as it is told. */
const PullSchema = Type.Object({
  number: Type.Integer(),
  html_url: Type.String(),
  title: Type.String(),
  user: AuthorSchema,
  created_at: Type.String(),
  labels: Type.Optional(Type.Array(Type.Object({ name: Type.String() }))),
});

/** A pull request of the registry. Its title and labels are what people wrote. */
export interface Pull {
  number: number;
  url: string;
  title: string;
  /** Null where the account is gone. */
  login: string | null;
  openedAt: string;
  labels: string[];
}

const pageSize = 100;

/** Lists the pull requests of a repository that are open, oldest first. */
export async function listOpenPulls(repository: string, access: GitHubAccess): Promise<Pull[]> {
  const pulls: Pull[] = [];
  for (let page = 1; ; page += 1) {
    const query = `state=open&sort=created&direction=asc&per_page=${pageSize}&page=${page}`;
    const path = `/repos/${repository}/pulls?${query}`;
    const found = (await askGitHub({ schema: Type.Array(PullSchema), path }, access)) ?? [];
    pulls.push(...found.map(toPull));
    if (found.length < pageSize) return pulls;
  }
}

/** Finds the pull request that a commit of the branch came from; null where it came from none. */
export async function findPullOf(
  { repository, commit }: { repository: string; commit: string },
  access: GitHubAccess,
): Promise<Pull | null> {
  const path = `/repos/${repository}/commits/${commit}/pulls`;
  const [found] = (await askGitHub({ schema: Type.Array(PullSchema), path }, access)) ?? [];
  return found === undefined ? null : toPull(found);
}

function toPull(pull: Static<typeof PullSchema>): Pull {
  return {
    number: pull.number,
    url: pull.html_url,
    title: pull.title,
    login: pull.user?.login ?? null,
    openedAt: pull.created_at,
    labels: (pull.labels ?? []).map(({ name }) => name),
  };
}
