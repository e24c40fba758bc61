import type { Owner, Review } from '@orchestra/core';

/** A review as {@link reviewColumns} selects it. */
export interface ReviewRow extends Omit<Review, 'author' | 'reply'> {
  provider: Owner['provider'];
  accountId: number;
  login: string;
  replyLogin: string | null;
  replyBody: string | null;
  repliedAt: string | null;
}

/** SQL columns of a review, from {@link reviewTables}. */
export const reviewColumns = `
  review.id, review.rating, review.title, review.body, review.version, review.hidden,
  hiding.reason as "hiddenReason",
  review.created_at as "createdAt", review.updated_at as "updatedAt",
  author.provider, author.account_id as "accountId", author.login,
  reply.body as "replyBody", reply.replied_at as "repliedAt", replier.login as "replyLogin"`;

/** SQL tables that a review is read from. */
export const reviewTables = `
  extension_reviews review
  join users author on author.id = review.user_id
  left join review_hidings hiding
    on review.hidden
    and hiding.extension_id = review.extension_id and hiding.user_id = review.user_id
  left join review_replies reply on reply.review_id = review.id
  left join users replier on replier.id = reply.user_id`;

/** Makes a review from a row. */
export function toReview(row: ReviewRow): Review {
  const { provider, accountId, login, replyLogin, replyBody, repliedAt } = row;
  return {
    id: row.id,
    rating: row.rating,
    title: row.title,
    body: row.body,
    version: row.version,
    author: { provider, id: accountId, login },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    reply:
      replyLogin === null || replyBody === null || repliedAt === null
        ? null
        : { login: replyLogin, body: replyBody, at: repliedAt },
    hidden: row.hidden,
    hiddenReason: row.hiddenReason,
  };
}
