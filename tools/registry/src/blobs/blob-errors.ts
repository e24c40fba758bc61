import { type PlannedBlob, RegistryError } from '@orchestra/core';

/** The error for content whose digest isn't the planned one. */
export function digestMismatch(blob: PlannedBlob, found: string): RegistryError {
  return new RegistryError(
    'digest-mismatch',
    `${blob.key} should have SHA-256 ${blob.sha256}; the content has ${found}`,
    { hint: 'Nothing was stored: plan and apply again.' },
  );
}

/** The error for a key under which other bytes are stored already. */
export function blobConflict(blob: PlannedBlob, found: string): RegistryError {
  return new RegistryError(
    'blob-conflict',
    `${blob.key} is stored with SHA-256 ${found}; ${blob.sha256} can't replace it`,
    { hint: 'Blobs are never overwritten: publish under a new version.' },
  );
}
