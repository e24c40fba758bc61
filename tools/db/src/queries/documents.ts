import type { Queryable } from '../database.ts';

/** What the documents of a version say. */
export interface StoredDocuments {
  versionId: number;
  /** Without any address. */
  manifest: Readonly<Record<string, unknown>> | null;
  readme: string | null;
  changelog: string | null;
  author: string | null;
  /** https URL. */
  repository: string | null;
}

/** Keeps the documents of versions, and ends the jobs of reading them. */
export async function storeDocuments(
  transaction: Queryable,
  documents: readonly StoredDocuments[],
): Promise<void> {
  await transaction.query(
    `with given as (
       select * from jsonb_to_recordset($1) as given (
         "versionId" bigint, manifest jsonb, readme text, changelog text, author text,
         repository text)
     ), done as (
       delete from document_jobs where version_id in (select "versionId" from given)
     )
     update extension_versions set
       manifest = given.manifest, readme = given.readme, changelog = given.changelog,
       author = given.author, repository = given.repository, documents_at = now()
     from given
     where extension_versions.id = "versionId"`,
    [JSON.stringify(documents)],
  );
}

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
