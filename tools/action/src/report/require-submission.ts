import { indexRoot, RegistryError, submissionPath, type Validation } from '@orchestra/core';
import type { GitHub, RepositoryName } from '@orchestra/github';

/**
 * Makes sure that a merge brings nothing but the validated submission. It doesn't rely on the validating job,
 * which reads untrusted packages: an attacker who controlled it could otherwise get code merged.
 *
 * @throws RegistryError `problems-found`
 */
export async function requireSubmission(
  { pullRequest, submission }: Validation,
  { github, repository }: { github: GitHub; repository: RepositoryName },
): Promise<void> {
  const asked = { ...repository, pull_number: pullRequest, per_page: 2 };
  const { data: files } = await github.rest.pulls.listFiles(asked);
  const expected = submission === null ? null : `${indexRoot}/${submissionPath(submission)}`;
  const [file] = files;
  if (files.length === 1 && file?.status === 'added' && file.filename === expected) return;
  throw new RegistryError(
    'problems-found',
    `Pull request ${pullRequest} is not the one added file that was validated`,
    { hint: 'Find out who could write what the job before this one left.' },
  );
}
