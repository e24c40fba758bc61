import { docKey, findUnclear, type IndexEntry, type IndexVersion } from '@orchestra/core';
import { parseAnalysis } from '@orchestra/code-analysis';
import { text } from 'node:stream/consumers';
import type { BlobStore } from './blobs/blob-store.ts';
import type { VerifyFinding } from './verify-registry.ts';

/** Checks that a version's entry tells of the code that the analysis stored with it left open. */
export async function verifyUnclear(of: {
  blobs: BlobStore;
  entry: IndexEntry;
  version: IndexVersion;
}): Promise<VerifyFinding[]> {
  const { entry, version } = of;
  const path = docKey(entry.name, version.version, { path: 'permissions.json' });
  if (version.unclearCode === undefined) return []; // it was published before that was kept
  const found = await of.blobs.open(path);
  const analysis = found === null ? null : parseAnalysis(await text(found.stream));
  if (analysis === null) return [];
  const expected = findUnclear(analysis.unresolved, version.permissions).mayNeed.join(', ');
  const actual = version.unclearCode.mayNeed.join(', ');
  if (expected === actual) return [];
  const message = `The entry says that unclear code may need '${actual}'; the analysis says '${expected}'`;
  return [{ severity: 'error', path, message }];
}
