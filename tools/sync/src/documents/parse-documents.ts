import { isRecord, parseManifest, redactEmails, RegistryError, stripEmails } from '@orchestra/core';
import type { StoredDocuments } from '@orchestra/db';

/** The texts of a version's documents, as far as it has them. */
export interface DocTexts {
  manifest: string | null;
  readme: string | null;
  changelog: string | null;
}

/** So many characters of a text are kept for the search; whoever reads all of it has the blob. */
const maxText = 200_000;

/**
 * Reads what the database keeps of a version's documents: nothing that no column takes, and no address,
 * whoever wrote the blobs.
 *
 * @throws RegistryError `package-invalid` where the manifest is none
 */
export function parseDocuments(texts: DocTexts): Omit<StoredDocuments, 'versionId'> {
  const parsed = texts.manifest === null ? null : parseManifest(texts.manifest);
  if (parsed?.manifest === null) {
    const [first] = parsed.problems;
    throw new RegistryError('package-invalid', first?.message ?? 'manifest.json is no manifest');
  }
  const manifest = parsed?.manifest;
  return {
    manifest: manifest === undefined ? null : cleanJson(stripEmails(manifest.raw).manifest),
    readme: texts.readme === null ? null : cleanText(texts.readme),
    changelog: texts.changelog === null ? null : cleanText(texts.changelog),
    author: manifest?.author === undefined ? null : cleanText(manifest.author).slice(0, 200),
    repository: httpsOnly(manifest?.repository),
  };
}

function httpsOnly(url: string | undefined): string | null {
  return url?.startsWith('https://') === true ? url : null;
}

function cleanText(text: string): string {
  const whole = redactEmails(text.slice(0, 2 * maxText));
  return storable(whole.length <= maxText ? whole : cut(whole));
}

/** Up to the last line that is there as a whole. */
function cut(text: string): string {
  const lineEnd = text.lastIndexOf('\n', maxText);
  return text.slice(0, lineEnd > maxText / 2 ? lineEnd : maxText);
}

/** PostgreSQL takes every character but NUL, and no half of one. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

function cleanJson(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [storable(key), cleanValue(value)]),
  );
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  return isRecord(value) ? cleanJson(value) : value;
}
