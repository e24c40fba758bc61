import { type PlannedBlob, RegistryError } from '@orchestra/core';

/** The content handed over for a blob isn't what the plan says. */
export function digestMismatch(blob: PlannedBlob, found: string): RegistryError {
  return new RegistryError(
    'digest-mismatch',
    `${blob.key} should have SHA-256 ${blob.sha256}; the content has ${found}`,
    { hint: 'Nothing was stored: plan and apply again.' },
  );
}

/** Other bytes are stored under the key of a blob. */
export function blobConflict(blob: PlannedBlob, found: string): RegistryError {
  return new RegistryError(
    'blob-conflict',
    `${blob.key} is stored with SHA-256 ${found}; ${blob.sha256} can't replace it`,
    { hint: 'Blobs are never overwritten: publish under a new version.' },
  );
}
