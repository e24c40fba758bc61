import type { Review } from '@orchestra/core';
import { plain, plainLines, type Style } from '@orchestra/terminal';
import { formatDay } from './format-day.ts';

/** Renders a review as others see it. */
export function renderReview(review: Review, style: Style): string {
  const { rating, title, body, author, version, updatedAt, hidden, hiddenReason } = review;
  const stars = style.yellow('★'.repeat(rating)) + style.dim('☆'.repeat(5 - rating));
  const lines = [title === null ? stars : `${stars}  ${style.bold(plain(title))}`];
  if (body !== null) lines.push(plainLines(body));
  lines.push(style.dim(`${plain(author.login)}, ${formatDay(updatedAt)}, of ${plain(version)}`));
  if (hidden) {
    const why = hiddenReason === null ? '' : `: ${plain(hiddenReason)}`;
    lines.push(style.red(`Nobody else sees it: it was hidden${why}`));
  }
  return lines.join('\n');
}
