import { type CodeReview, type Config, type Problem, problem, problemKinds } from '@orchestra/core';
import { describeCodeReview } from '../receipt/describe-code-review.ts';

/**
 * Says how a person of this very registry is asked to look at code, or what one said of these very bytes.
 *
 * @param review the state of these bytes; null where nobody was asked to look at them
 */
export function tellReview(
  found: Problem,
  of: { config: Pick<Config, 'publish' | 'name'>; review: CodeReview | null },
): Problem {
  const { publish, name } = of.config;
  const { path, message, severity } = found;
  if (of.review !== null) {
    const { state } = of.review;
    const told = `${message}. ${describeCodeReview(of.review)}`;
    return problem('review-required', {
      path,
      message: told,
      severity: state === 'cleared' ? 'info' : severity,
      hint: state === 'waiting' ? 'See where it stands: orchestra ext status' : hintOf[state],
    });
  }
  const isUsual = found.hint === problemKinds['review-required'].hint;
  const otherwise = isUsual
    ? 'Or write down the names that the code computes.'
    : found.hint.replace(/ Otherwise [^.]*\.$/, '');
  const hint =
    publish.via === 'pull-request'
      ? `The pull request to ${publish.repository} waits until someone there approves it in a review: publish as usual. ${otherwise}`
      : `Ask ${name} to look at it as you publish: orchestra ext publish --request-review. ${otherwise}`;
  return problem('review-required', { path, message, severity, hint });
}

const hintOf = {
  cleared: 'Nothing to do: these very bytes are published like any others.',
  declined: 'Change the code so that it can be told what it uses.',
} as const;
