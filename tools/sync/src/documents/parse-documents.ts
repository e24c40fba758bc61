import { isRecord, parseManifest, redactEmails, RegistryError, stripEmails } from '@orchestra/core';
import type { StoredDocuments } from '@orchestra/db';

/** The texts of a version's documents; absent ones are null. */
export interface DocTexts {
  manifest: string | null;
  readme: string | null;
  changelog: string | null;
}

/** Most characters of a text that are stored for searching; the complete text is in the blob. */
const maxText = 200_000;

/**
 * Makes the values that the database stores of a version's documents: only characters that PostgreSQL
 * accepts, and no emails.
 *
 * @throws RegistryError `package-invalid` where the manifest isn't one
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

/** Cuts a text at the end of its last complete line. */
function cut(text: string): string {
  const lineEnd = text.lastIndexOf('\n', maxText);
  return text.slice(0, lineEnd > maxText / 2 ? lineEnd : maxText);
}

/** Removes what PostgreSQL doesn't accept: NUL and unpaired surrogates. */
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
