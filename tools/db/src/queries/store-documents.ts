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
