import { type Config, type Problem, problem } from '@orchestra/core';

const otherwise = 'Or write down the names that the code computes.';

/** Says how a person of this very registry is asked to look at code. */
export function tellReview(
  found: Problem,
  { publish, name }: Pick<Config, 'publish' | 'name'>,
): Problem {
  const { path, message, severity } = found;
  const hint =
    publish.via === 'pull-request'
      ? `The pull request to ${publish.repository} waits until someone there approves it in a review: publish as usual. ${otherwise}`
      : `Ask ${name} to look at it as you publish: orchestra ext publish --request-review. ${otherwise}`;
  return problem('review-required', { path, message, severity, hint });
}
