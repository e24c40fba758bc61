import type { File } from '@google-cloud/storage';
import { parseValue, RegistryError } from '@orchestra/core';
import * as Type from 'typebox';
import type { BlobFacts } from '../blob-store.ts';
import { isObjectMissing } from './explain-gcs-error.ts';

const ObjectSchema = Type.Object({
  size: Type.Union([Type.String({ pattern: '^\\d+$' }), Type.Integer({ minimum: 0 })]),
  crc32c: Type.String(),
  generation: Type.Union([Type.String({ pattern: '^\\d+$' }), Type.Integer()]),
  timeCreated: Type.String(),
  contentType: Type.Optional(Type.String()),
  metadata: Type.Optional(Type.Object({ sha256: Type.Optional(Type.String()) })),
});

/** The facts that a bucket keeps of a blob. */
export interface ObjectFacts extends BlobFacts {
  crc32c: string;
  /** Changes whenever the bytes change; reads ask for this generation only. */
  generation: string;
  /** SHA-256 as stated by the uploader in the metadata. */
  sha256: string | undefined;
}

/** Fetches an object's facts; null where there is no object. */
export async function fetchObjectFacts(file: File, key: string): Promise<ObjectFacts | null> {
  try {
    const [metadata] = await file.getMetadata();
    return parseObjectFacts(metadata, key);
  } catch (error) {
    if (isObjectMissing(error)) return null;
    throw error;
  }
}

/** Parses an object's metadata. @throws RegistryError `storage-failed` */
export function parseObjectFacts(metadata: unknown, key: string): ObjectFacts {
  const parsed = parseValue(ObjectSchema, metadata);
  if (!parsed.ok) {
    throw new RegistryError('storage-failed', `Cloud Storage says nothing clear of ${key}`, {
      hint: 'Try again; if it stays, report it.',
    });
  }
  const { size, crc32c, generation, timeCreated, contentType, metadata: custom } = parsed.value;
  return {
    key,
    size: Number(size),
    contentType: contentType ?? 'application/octet-stream',
    storedAt: new Date(timeCreated),
    crc32c,
    generation: String(generation),
    sha256: custom?.sha256,
  };
}
