import { orNull, parseAnswer, requireRepositoryName } from '@orchestra/github';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { type GitHubAccess, openOperatorGitHub } from './open-operator-github.ts';

const AuthorSchema = Type.Union([Type.Object({ login: Type.String() }), Type.Null()]);

/** The fields of GitHub's response that are used. */
const PullSchema = Type.Object({
  number: Type.Integer(),
  html_url: Type.String(),
  title: Type.String(),
  user: AuthorSchema,
  created_at: Type.String(),
  labels: Type.Optional(Type.Array(Type.Object({ name: Type.String() }))),
});

/** An open pull request of the registry. Title and labels are untrusted text. */
export interface OpenPull {
  number: number;
  url: string;
  title: string;
  /** Login of the author; null where the account was deleted. */
  login: string | null;
  openedAt: string;
  labels: string[];
}

const PullsSchema = Type.Array(PullSchema);

/** Lists the open pull requests of a repository, oldest first. */
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

/** Finds the pull request that brought a commit; null where there is none. */
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
