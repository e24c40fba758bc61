import { RegistryError, type Review } from '@orchestra/core';
import { findReview, type Queryable, type ReviewViewer } from '@orchestra/db';

/**
 * Finds a review that the viewer may see.
 *
 * @throws RegistryError `review-unknown`, also for a review of another extension
 */
export async function requireReview(
  database: Queryable,
  of: { extensionId: number; name: string; id: number; viewer: ReviewViewer },
): Promise<Review> {
  const review = await findReview(database, of);
  if (review !== null) return review;
  throw reviewUnknown(of);
}

/** The error for a review id that the extension doesn't have. */
export function reviewUnknown({ name, id }: { name: string; id: number }): RegistryError {
  return new RegistryError('review-unknown', `'${name}' has no review ${id}`, {
    hint: `See all of them: GET /api/v1/extensions/${name}/reviews`,
  });
}
