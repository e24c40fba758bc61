import type { Queryable } from '../database.ts';

/** A review as its author writes it. */
export interface WrittenReview {
  extensionId: number;
  userId: number;
  /** 1 to 5. */
  rating: number;
  title: string | null;
  body: string | null;
  /** What the author had installed. */
  version: string;
}

/**
 * Adds a review, a hidden one where an earlier one of the same account was hidden.
 *
 * @returns false where the account has one already, which stays as it is
 */
export async function addReview(database: Queryable, review: WrittenReview): Promise<boolean> {
  const { extensionId, userId, rating, title, body, version } = review;
  const added = await database.query(
    `insert into extension_reviews (extension_id, user_id, rating, title, body, version, hidden)
     values ($1, $2, $3, $4, $5, $6,
             exists (select from review_hidings where extension_id = $1 and user_id = $2))
     on conflict (extension_id, user_id) do nothing
     returning id`,
    [extensionId, userId, rating, title, body, version],
  );
  return added.length > 0;
}
