import type { Queryable } from '../database.ts';

/** Sets the reply to a review, replacing an earlier one. */
export async function setReviewReply(
  database: Queryable,
  reply: { reviewId: number; userId: number; body: string },
): Promise<void> {
  await database.query(
    `insert into review_replies (review_id, user_id, body)
     values ($1, $2, $3)
     on conflict (review_id) do update
     set user_id = excluded.user_id, body = excluded.body, replied_at = now()
     where (review_replies.user_id, review_replies.body) <> (excluded.user_id, excluded.body)`,
    [reply.reviewId, reply.userId, reply.body],
  );
}

/** Removes the reply to a review, if there is one. */
export async function removeReviewReply(database: Queryable, reviewId: number): Promise<void> {
  await database.query('delete from review_replies where review_id = $1', [reviewId]);
}
