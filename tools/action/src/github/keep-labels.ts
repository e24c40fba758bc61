import { type GitHub, orNull, repeatable, type RepositoryName } from '@orchestra/github';

/** Labels for the state of a submission; only people set and remove `hold`. */
export const labels = [
  'validated',
  'needs-review',
  'refused',
  'waiting',
  'publishing',
  'published',
] as const;
/** A label that the registry sets on pull requests. */
export type Label = (typeof labels)[number] | 'badge-requested';

/**
 * Sets exactly these of the registry's labels on a pull request, and leaves others alone. New labels are
 * added before old ones are removed: an interrupted run leaves too many, by which the next one finds it.
 */
export async function keepLabels(
  wanted: readonly Label[],
  place: { github: GitHub; repository: RepositoryName; pullRequest: number },
): Promise<void> {
  const { github, repository, pullRequest } = place;
  const issue = { ...repository, issue_number: pullRequest };
  const { data } = await github.rest.issues.listLabelsOnIssue({ ...issue, per_page: 100 });
  const present = new Set(data.map(({ name }) => name));
  const missing = wanted.filter((name) => !present.has(name));
  if (missing.length > 0)
    await github.rest.issues.addLabels({ ...issue, labels: missing, request: repeatable });
  for (const name of labels) {
    if (!present.has(name) || wanted.includes(name)) continue;
    await orNull(github.rest.issues.removeLabel({ ...issue, name })); // ignored if it is gone already
  }
}
