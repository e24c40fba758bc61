import { type IndexVersion, minOrchestraVersion, packageKey } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import type { MirroredRow } from './mirror-extensions.ts';

/**
 * Makes the versions of extensions match their entries, and queues unread documents. A version that the index
 * no longer has is deleted; reviews refer to it by its number, and stay.
 */
export async function mirrorVersions(
  transaction: Queryable,
  rows: readonly MirroredRow[],
): Promise<void> {
  const versions = rows.flatMap((row) =>
    row.entry.versions.map((version, nth) => toRow(row, { version, nth })),
  );
  await transaction.query(
    `with given as (
       select * from jsonb_to_recordset($1) as given (
         extension_id bigint, version text, position integer, package_path text, sha256 text,
         size bigint, unpacked_size bigint, engines jsonb, min_orchestra_version text,
         permissions text[], unclear_code jsonb, vscode jsonb, published_at timestamptz,
         status text, reason text, provenance jsonb, docs jsonb)
     ), gone as (
       delete from extension_versions as kept
       where extension_id = any($2) and not exists (
         select from given
         where given.extension_id = kept.extension_id and given.version = kept.version)
     ), changed as (
       insert into extension_versions (
         extension_id, version, position, package_path, sha256, size, unpacked_size, engines,
         min_orchestra_version, permissions, unclear_code, vscode, published_at, status, reason,
         provenance, docs)
       select
         extension_id, version, position, package_path, sha256, size, unpacked_size, engines,
         min_orchestra_version, permissions, unclear_code, vscode, published_at, status, reason,
         provenance, docs
       from given
       on conflict (extension_id, version) do update set
         position = excluded.position, package_path = excluded.package_path,
         sha256 = excluded.sha256, size = excluded.size, unpacked_size = excluded.unpacked_size,
         engines = excluded.engines, min_orchestra_version = excluded.min_orchestra_version,
         permissions = excluded.permissions, unclear_code = excluded.unclear_code,
         vscode = excluded.vscode, published_at = excluded.published_at,
         status = excluded.status, reason = excluded.reason, provenance = excluded.provenance,
         docs = excluded.docs, documents_at =
           case when extension_versions.docs = excluded.docs then extension_versions.documents_at end
       where (
         extension_versions.position, extension_versions.package_path, extension_versions.sha256,
         extension_versions.size, extension_versions.unpacked_size, extension_versions.engines,
         extension_versions.min_orchestra_version, extension_versions.permissions,
         extension_versions.unclear_code, extension_versions.vscode,
         extension_versions.published_at, extension_versions.status, extension_versions.reason,
         extension_versions.provenance, extension_versions.docs
       ) is distinct from (
         excluded.position, excluded.package_path, excluded.sha256, excluded.size,
         excluded.unpacked_size, excluded.engines, excluded.min_orchestra_version,
         excluded.permissions, excluded.unclear_code, excluded.vscode,
         excluded.published_at, excluded.status, excluded.reason, excluded.provenance,
         excluded.docs)
       returning id, documents_at
     )
     insert into document_jobs (version_id)
     select id from changed where documents_at is null
     on conflict do nothing`,
    [JSON.stringify(versions), rows.filter(({ known }) => known).map(({ id }) => id)],
  );
}

function toRow({ id, entry }: MirroredRow, at: { version: IndexVersion; nth: number }): object {
  const { unpackedSize, unclearCode, publishedAt, ...version } = at.version;
  return {
    ...version,
    extension_id: id,
    position: at.nth - entry.versions.length,
    package_path: packageKey(entry.name, version.version).replace(/^packages\//, ''),
    unpacked_size: unpackedSize,
    unclear_code: unclearCode,
    min_orchestra_version: minOrchestraVersion(version),
    published_at: publishedAt,
  };
}
