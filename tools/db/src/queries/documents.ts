import type { Queryable } from '../database.ts';

/** The contents of a version's documents. */
export interface StoredDocuments {
  versionId: number;
  /** The manifest without emails. */
  manifest: Readonly<Record<string, unknown>> | null;
  readme: string | null;
  changelog: string | null;
  author: string | null;
  /** https URL. */
  repository: string | null;
}

/** Stores the documents of versions, and removes their jobs. */
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
 * Copies author and repository of extensions from the manifest of their newest live version. Until that is
 * read, the old values stay.
 */
export async function copyDetails(
  transaction: Queryable,
  extensionIds: readonly number[],
): Promise<void> {
  await transaction.query(
    // locks rows in order, so that two transactions don't wait for each other; and no more strictly than an
    // update needs, or a review that refers to the row and then updates its count would have to wait
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
