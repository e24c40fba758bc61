import { orNull, parseAnswer, requireRepositoryName } from '@orchestra/github';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { type GitHubAccess, openOperatorGitHub } from './open-operator-github.ts';

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
export interface OpenPull {
  number: number;
  url: string;
  title: string;
  /** Null where the account is gone. */
  login: string | null;
  openedAt: string;
  labels: string[];
}

const PullsSchema = Type.Array(PullSchema);

/** Lists the pull requests of a repository that are open, oldest first. */
export async function listOpenPulls(repository: string, access: GitHubAccess): Promise<OpenPull[]> {
  const github = openOperatorGitHub(access);
  const pulls: OpenPull[] = [];
  const pages = github.paginate.iterator(github.rest.pulls.list, {
    ...requireRepositoryName(repository),
    state: 'open',
    sort: 'created',
    direction: 'asc',
    per_page: 100,
  });
  for await (const page of pages) pulls.push(...parseAnswer(PullsSchema, page).map(toPull));
  return pulls;
}

/** Finds the pull request that a commit of the branch came from; null where it came from none. */
export async function findPullOf(
  { repository, commit }: { repository: string; commit: string },
  access: GitHubAccess,
): Promise<OpenPull | null> {
  const { rest } = openOperatorGitHub(access);
  const asked = { ...requireRepositoryName(repository), commit_sha: commit };
  const answer = await orNull(rest.repos.listPullRequestsAssociatedWithCommit(asked));
  const [found] = answer === null ? [] : parseAnswer(PullsSchema, answer);
  return found === undefined ? null : toPull(found);
}

function toPull(pull: Static<typeof PullSchema>): OpenPull {
  return {
    number: pull.number,
    url: pull.html_url,
    title: pull.title,
    login: pull.user?.login ?? null,
    openedAt: pull.created_at,
    labels: (pull.labels ?? []).map(({ name }) => name),
  };
}
