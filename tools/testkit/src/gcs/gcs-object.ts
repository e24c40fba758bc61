import { createHash } from 'node:crypto';
import { crc32c } from './crc32c.ts';
import { GcsError, invalid, noSuchObject } from './gcs-error.ts';

/** What whoever stores an object may say of it. */
export interface GcsResource {
  contentType?: string;
  cacheControl?: string;
  /** `gzip` for bytes that are compressed; whoever takes no gzip gets them as they were. */
  contentEncoding?: string;
  metadata?: Record<string, string>;
  /** Sums that the bytes must have. */
  crc32c?: string;
  md5Hash?: string;
}

/** A stored object. */
export interface GcsObject extends Required<GcsResource> {
  name: string;
  bytes: Buffer;
  generation: number;
  metageneration: number;
  timeCreated: Date;
  updated: Date;
}

/** A bucket: its objects by name. */
export interface GcsBucket {
  name: string;
  objects: Map<string, GcsObject>;
}

let lastGeneration = 0;

/**
 * Stores an object, over one that is there unless the preconditions forbid it.
 *
 * @param from.query of the request, which holds the preconditions
 * @throws GcsError 412, or 400 where the bytes don't have the sums that were said
 */
export function writeObject(
  bucket: GcsBucket,
  from: { name: string; bytes: Buffer; resource: GcsResource; query: URLSearchParams },
): GcsObject {
  const { name, bytes, resource } = from;
  checkPreconditions(bucket, from);
  const sums = {
    crc32c: crc32c(bytes),
    md5Hash: createHash('md5').update(bytes).digest('base64'),
  };
  for (const sum of ['crc32c', 'md5Hash'] as const) {
    if (resource[sum] === undefined || resource[sum] === sums[sum]) continue;
    throw invalid(`Provided ${sum} "${resource[sum]}" doesn't match calculated "${sums[sum]}".`);
  }
  lastGeneration = Math.max(lastGeneration + 1, Date.now() * 1000);
  const now = new Date();
  const object: GcsObject = {
    name,
    bytes,
    contentType: resource.contentType ?? 'application/octet-stream',
    cacheControl: resource.cacheControl ?? 'public, max-age=3600',
    contentEncoding: resource.contentEncoding ?? '',
    metadata: resource.metadata ?? {},
    ...sums,
    generation: lastGeneration,
    metageneration: 1,
    timeCreated: now,
    updated: now,
  };
  bucket.objects.set(name, object);
  return object;
}

/**
 * Compares an object with `ifGenerationMatch` and its like; 0 stands for none.
 *
 * @throws GcsError 412
 */
export function checkPreconditions(
  bucket: GcsBucket,
  { name, query }: { name: string; query: URLSearchParams },
): void {
  const found = bucket.objects.get(name);
  const facts = {
    Generation: found?.generation ?? 0,
    Metageneration: found?.metageneration ?? 0,
  };
  for (const [fact, actual] of Object.entries(facts)) {
    const match = query.get(`if${fact}Match`);
    const differ = query.get(`if${fact}NotMatch`);
    const fails = match !== null && Number(match) !== actual;
    if (fails || (differ !== null && Number(differ) === actual)) {
      const message = 'At least one of the pre-conditions you specified did not hold.';
      throw new GcsError(412, 'conditionNotMet', message);
    }
  }
}

/** @throws GcsError 404 where there is none, or not of the `generation` that was asked for */
export function findObject(
  bucket: GcsBucket,
  { name, query }: { name: string; query: URLSearchParams },
): GcsObject {
  const found = bucket.objects.get(name);
  const generation = query.get('generation');
  const isAsked = generation === null || Number(generation) === found?.generation;
  if (found === undefined || !isAsked) throw noSuchObject(bucket.name, name);
  return found;
}

/** An object as the JSON API describes it. */
export function describeObject(bucket: GcsBucket, object: GcsObject): object {
  const { bytes, generation, metageneration, timeCreated, updated, ...same } = object;
  return {
    kind: 'storage#object',
    id: `${bucket.name}/${object.name}/${generation}`,
    bucket: bucket.name,
    ...same,
    size: String(bytes.length),
    generation: String(generation),
    metageneration: String(metageneration),
    etag: etagOf(object),
    storageClass: 'STANDARD',
    timeCreated: timeCreated.toISOString(),
    updated: updated.toISOString(),
  };
}

/** Changes with every write of the object or of what is said of it. */
export function etagOf({ generation, metageneration }: GcsObject): string {
  return Buffer.from(`${generation}/${metageneration}`).toString('base64');
}
