import { type CodeReview, type Config, type Problem, problem } from '@orchestra/core';
import { reviewHint } from '@orchestra/packaging';
import { describeCodeReview } from '../receipt/describe-code-review.ts';

/**
 * Says how a person of this very registry is asked to look at code, or what one said of these very bytes.
 *
 * @param review the state of these bytes; null where nobody was asked to look at them
 */
export function tellReview(
  found: Problem,
  of: {
    /** All problems, the places among them. */
    problems: readonly Problem[];
    config: Pick<Config, 'publish'>;
    review: CodeReview | null;
  },
): Problem {
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
  const hint = reviewHint(of.problems, of.config.publish);
  return problem('review-required', { path, message, severity, hint });
}

const hintOf = {
  cleared: 'Nothing to do: these very bytes are published like any others.',
  declined: 'Change the code so that it can be told what it uses.',
} as const;
