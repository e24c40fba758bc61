import { git } from '../git/git.ts';
import { listCommits } from '../git/list-commits.ts';
import { findEntry } from '../git/list-tree.ts';
import { listNames, readRef } from '../git/refs.ts';
import { GitHubError } from '../http/github-error.ts';
import { hasScopes, type Token } from '../state/token.ts';

const workflows = '.github/workflows';

/** True where a token has the scope or the permission to change workflows. */
export function mayChangeWorkflows(token: Token): boolean {
  if (hasScopes(token.kind)) return token.scopes.includes('workflow');
  return token.permissions['workflows'] === 'write';
}

/**
 * Refuses commits that change workflows and are new to a repository, where the token lacks the
 * scope or the permission for it.
 *
 * @param change.after the commit that a ref is to name
 * @throws GitHubError 422
 */
export async function checkWorkflowScope(
  token: Token,
  { directory, after }: { directory: string; after: string },
): Promise<void> {
  if (mayChangeWorkflows(token)) return;
  const file = await findNewWorkflow(directory, after);
  if (file === null) return;
  const [who, what] = hasScopes(token.kind)
    ? ['an OAuth App', '`workflow` scope']
    : ['a GitHub App', '`workflows` permission'];
  throw new GitHubError(
    422,
    `refusing to allow ${who} to create or update workflow \`${file}\` without ${what}`,
  );
}

/** The workflow that commits new to a repository change; null where they change none. */
async function findNewWorkflow(directory: string, after: string): Promise<string | null> {
  if (!(await changesWorkflows(directory, after))) return null;
  const args = ['log', '--format=', '--name-only', '-z', after, '--not', '--all'];
  const printed = await git(directory, { args: [...args, '--', workflows] });
  return printed.toString('utf8').split('\0')[0]?.trim() || null;
}

/** True where a commit new to a repository has other workflows than one before it. */
async function changesWorkflows(directory: string, after: string): Promise<boolean> {
  const named = await Promise.all(
    (await listNames(directory)).map((name) => readRef(directory, name)),
  );
  const from = named.filter((sha) => sha !== null);
  const workflowsOf = async (commit: string) =>
    (await findEntry(directory, commit, workflows))?.sha ?? null;
  for (const { sha, parents } of await listCommits(directory, { from, to: after })) {
    const own = await workflowsOf(sha);
    if (parents.length === 0 && own !== null) return true;
    for (const parent of parents) if ((await workflowsOf(parent)) !== own) return true;
  }
  return false;
}

/** The same for a push, as a hook of git, which is told in its environment who may. */
export const workflowHook = `#!/bin/sh
[ "$MAY_CHANGE_WORKFLOWS" = no ] || exit 0
while read -r before after name; do
  case "$after" in *[!0]*) ;; *) continue ;; esac
  file=$(git log --format= --name-only "$after" --not --all -- ${workflows} | head -n 1)
  [ -z "$file" ] && continue
  echo "refusing to allow an OAuth App to create or update workflow $file without workflow scope"
  exit 1
done
`;
