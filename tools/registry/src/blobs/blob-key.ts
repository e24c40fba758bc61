import { RegistryError } from '@orchestra/core';

/** Media types by file ending, for the kinds of files that the registry stores. */
const contentTypes: Readonly<Record<string, string>> = {
  gz: 'application/gzip',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** The media type that a blob is served with, by the ending of its key. */
export function contentTypeOf(key: string): string {
  const ending = key.slice(key.lastIndexOf('.') + 1).toLowerCase();
  return contentTypes[ending] ?? 'application/octet-stream';
}

/**
 * True for keys below `packages/` or `docs/` without empty parts, `..`, or characters that file systems
 * reject.
 */
export function isBlobKey(key: string): boolean {
  const parts = key.split('/');
  return (
    (parts[0] === 'packages' || parts[0] === 'docs') &&
    parts.length >= 3 &&
    key.length <= 600 &&
    !/[\p{Cc}\\:*?"<>|]/u.test(key) &&
    parts.every((part) => part !== '' && !/^\.{1,2}$/.test(part) && !/[. ]$/.test(part))
  );
}

/** @throws RegistryError `blob-missing` for an invalid key */
export function assertBlobKey(key: string): void {
  if (isBlobKey(key)) return;
  throw new RegistryError('blob-missing', `'${key}' is not the key of a blob`, {
    hint: 'Keys look like packages/git-lens/git-lens-1.0.0.tar.gz.',
  });
}
