import type { Queryable } from '../database.ts';

/**
 * Gives extensions the author and repository of their newest live version, as far as its manifest is
 * read; until then they keep those they have.
 */
export async function copyDetails(
  transaction: Queryable,
  extensionIds: readonly number[],
): Promise<void> {
  await transaction.query(
    // locked in order: two that do this at once never wait for each other; and not more than an update
    // needs, or a review that refers to the row and then counts itself there would wait for this one
    `with locked as (
       select id from extensions where id = any($1) order by id for no key update
     )
     update extensions set author = latest.author, repository = latest.repository
     from locked, extension_versions as latest
     where extensions.id = locked.id
       and latest.extension_id = extensions.id and latest.version = extensions.latest_version
       and latest.documents_at is not null
       and (extensions.author, extensions.repository)
         is distinct from (latest.author, latest.repository)`,
    [extensionIds],
  );
}
