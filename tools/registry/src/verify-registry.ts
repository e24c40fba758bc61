import {
  type Config,
  docKey,
  entryPath,
  type IndexEntry,
  type IndexVersion,
  packageKey,
  parseManifest,
  serializeEntry,
} from '@orchestra/core';
import { readPackage } from '@orchestra/packaging/node';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { BlobStore } from './blobs/blob-store.ts';
import { readCurated } from './curated/read-curated.ts';
import type { GitIndex, IndexSnapshot } from './index/git-index.ts';
import { verifyUnclear } from './verify-unclear.ts';

/** A finding of {@link verifyRegistry}. */
export interface VerifyFinding {
  /** `error`: something is wrong; `info`: worth knowing, such as a blob that no entry names. */
  severity: 'error' | 'info';
  /** Path in the index, or key of the blob. */
  path: string;
  message: string;
}

/** The findings, and how much was checked. */
export interface Verification {
  entries: number;
  versions: number;
  blobs: number;
  findings: VerifyFinding[];
}

/**
 * Verifies a registry: recomputes the digest of every package and docs file, compares every entry with its
 * packages, and finds blobs that no entry names.
 *
 * @param context.onProgress called with the number of entries done
 */
export async function verifyRegistry(context: {
  index: GitIndex;
  blobs: BlobStore;
  limits: Config['limits'];
  onProgress?: (done: number, of: number) => void;
}): Promise<Verification> {
  const snapshot = await context.index.snapshot();
  const listed = await snapshot.names();
  const names = [...new Set(listed)];
  const known = new Set<string>();
  const result: Verification = { entries: names.length, versions: 0, blobs: 0, findings: [] };
  result.findings.push(...(await verifyCurated(snapshot)), ...twoPlaces(listed));
  for (const [done, name] of names.entries()) {
    context.onProgress?.(done, names.length);
    const { entry, findings } = await verifyEntry(snapshot, name);
    result.findings.push(...findings);
    for (const version of entry?.versions ?? []) {
      result.versions += 1;
      const blobs = [...plannedBlobs(name, version)];
      for (const [key] of blobs) known.add(key);
      result.blobs += blobs.length;
      for (const [key, sha256] of blobs) {
        result.findings.push(...(await verifyBlob(context.blobs, { key, sha256 })));
      }
      if (entry === null) continue;
      result.findings.push(...(await verifyPackage({ ...context, entry, version })));
      result.findings.push(...(await verifyUnclear({ ...context, entry, version })));
    }
  }
  for await (const { key } of context.blobs.list('')) {
    if (known.has(key)) continue;
    const message = 'No entry names this blob: a publish was cut off before its commit';
    result.findings.push({ severity: 'info', path: key, message });
  }
  return result;
}

function* plannedBlobs(name: string, version: IndexVersion): Iterable<[string, string]> {
  yield [packageKey(name, version.version), version.sha256];
  for (const [path, sha256] of Object.entries(version.docs)) {
    yield [docKey(name, version.version, { path }), sha256];
  }
}

async function verifyCurated(snapshot: IndexSnapshot): Promise<VerifyFinding[]> {
  try {
    await readCurated(snapshot);
    return [];
  } catch (error) {
    return [{ severity: 'error', path: '.', message: messageOf(error) }];
  }
}

function twoPlaces(listed: readonly string[]): VerifyFinding[] {
  const once = new Set<string>();
  const again = listed.filter((name) => once.size === once.add(name).size);
  return again.map((name) => ({
    severity: 'error',
    path: `extensions/${entryPath(name)}`,
    message: `Another entry of '${name}' stands at another path`,
  }));
}

async function verifyEntry(
  snapshot: IndexSnapshot,
  name: string,
): Promise<{ entry: IndexEntry | null; findings: VerifyFinding[] }> {
  const path = `extensions/${entryPath(name)}`;
  try {
    const entry = await snapshot.readEntry(name);
    if (entry === null) {
      const message = `An entry of '${name}' stands at another path than ${path}`;
      return { entry, findings: [{ severity: 'error', path, message }] };
    }
    if ((await snapshot.readFile(path)) === serializeEntry(entry)) return { entry, findings: [] };
    const message = 'The entry is not written the way the registry writes it';
    return { entry, findings: [{ severity: 'error', path, message }] };
  } catch (error) {
    return { entry: null, findings: [{ severity: 'error', path, message: messageOf(error) }] };
  }
}

async function verifyBlob(
  blobs: BlobStore,
  { key, sha256 }: { key: string; sha256: string },
): Promise<VerifyFinding[]> {
  const found = await blobs.open(key);
  if (found === null) return [{ severity: 'error', path: key, message: 'The blob is missing' }];
  const hash = createHash('sha256');
  for await (const chunk of found.stream) hash.update(chunk);
  const actual = hash.digest('hex');
  if (actual === sha256) return [];
  return [{ severity: 'error', path: key, message: `Expected SHA-256 ${sha256}; found ${actual}` }];
}

/** Checks that a package has the same name, version and permissions as its entry. */
async function verifyPackage(of: {
  blobs: BlobStore;
  limits: Config['limits'];
  entry: IndexEntry;
  version: IndexVersion;
}): Promise<VerifyFinding[]> {
  const path = packageKey(of.entry.name, of.version.version);
  const found = await of.blobs.open(path);
  if (found === null) return []; // reported already
  const directory = await mkdtemp(join(tmpdir(), 'orchestra-verify-'));
  try {
    const file = join(directory, 'package.tar.gz');
    await writeFile(file, await buffer(found.stream));
    const { files } = await readPackage(file, { limits: of.limits });
    const text = new TextDecoder().decode(files.get('package.json'));
    const { manifest } = parseManifest(text);
    const expected = [of.entry.name, of.version.version, of.version.permissions.toSorted().join()];
    const actual = [manifest?.name, manifest?.version, manifest?.permissions.toSorted().join()];
    if (expected.every((value, nth) => value === actual[nth])) return [];
    const message = `The entry says ${expected.join(' ')}; the package says ${actual.join(' ')}`;
    return [{ severity: 'error', path, message }];
  } catch (error) {
    return [{ severity: 'error', path, message: messageOf(error) }];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
