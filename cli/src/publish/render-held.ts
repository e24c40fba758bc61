import type { CodeReview } from '@orchestra/core';
import { count, plain, type Style } from '@orchestra/terminal';
import { describeCodeReview } from '../receipt/describe-code-review.ts';

/** Renders a publish that waits for a person: what waits, why, and how to follow it. */
export function renderHeld(review: CodeReview, style: Style): string {
  const { name, version, sha256, places } = review;
  return [
    `${style.yellow('Not published yet:')} ${style.bold(name)} ${version}`,
    plain(describeCodeReview(review)),
    `Nobody can tell by reading it what the code uses at ${count(places.length, 'place')}. The package is kept until then; publish it again, unchanged, once it is cleared.`,
    style.dim(`SHA-256 ${sha256}`),
    style.dim(`Look again: orchestra ext status ${name}@${version}`),
  ].join('\n');
}
