import type { Owner, Review } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import { reviewColumns, type ReviewRow, reviewTables, toReview } from './review-row.ts';

/** The facts that decide whether an account may review an extension. */
export interface ReviewEligibility {
  extensionId: number;
  /** True where the account is among the extension's owners. */
  isOwner: boolean;
  /** The last version that the account had installed; null where there was none. */
  installedVersion: string | null;
}

/** Finds what decides whether an account may review an extension; null where the extension doesn't exist. */
export async function findReviewEligibility(
  database: Queryable,
  of: { name: string; account: Owner & { userId: number } },
): Promise<ReviewEligibility | null> {
  const { provider, id, userId } = of.account;
  const [eligibility] = await database.query<ReviewEligibility>(
    `select id as "extensionId",
            exists (
              select from extension_owners
              where extension_id = extensions.id and provider = $2 and account_id = $3
            ) as "isOwner",
            (
              select version from extension_installs
              where extension_id = extensions.id and user_id = $4
              order by installed_at desc
              limit 1
            ) as "installedVersion"
     from extensions
     where name = $1 and deleted_at is null`,
    [of.name, provider, id, userId],
  );
  return eligibility ?? null;
}

/** Finds an account's review of an extension, hidden or not; null where there is none. */
export async function findOwnReview(
  database: Queryable,
  of: { extensionId: number; userId: number },
): Promise<Review | null> {
  const [row] = await database.query<ReviewRow>(
    `select ${reviewColumns} from ${reviewTables}
     where review.extension_id = $1 and review.user_id = $2`,
    [of.extensionId, of.userId],
  );
  return row === undefined ? null : toReview(row);
}

/** A review as its author writes it. */
export interface WrittenReview {
  extensionId: number;
  userId: number;
  /** 1 to 5. */
  rating: number;
  title: string | null;
  body: string | null;
  /** The version that the author had installed. */
  version: string;
}

/**
 * Adds a review. It is hidden from the start if an admin hid an earlier one of the account.
 *
 * @returns false where the account has a review already, which stays unchanged
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

/** Replaces an account's review of an extension. @returns false where there is none */
export async function changeReview(database: Queryable, review: WrittenReview): Promise<boolean> {
  const { extensionId, userId, rating, title, body, version } = review;
  const changed = await database.query(
    `update extension_reviews
     set rating = $3, title = $4, body = $5, version = $6,
         updated_at = case
           when (rating, title, body) is distinct from ($3::smallint, $4::text, $5::text) then now()
           else updated_at
         end
     where extension_id = $1 and user_id = $2
     returning id`,
    [extensionId, userId, rating, title, body, version],
  );
  return changed.length > 0;
}

/**
 * Removes an account's review of an extension, with its reply and reports. @returns false where there is none
 */
export async function removeReview(
  database: Queryable,
  of: { extensionId: number; userId: number },
): Promise<boolean> {
  const removed = await database.query(
    'delete from extension_reviews where extension_id = $1 and user_id = $2 returning id',
    [of.extensionId, of.userId],
  );
  return removed.length > 0;
}
