import { RegistryError } from '@orchestra/core';

/** Source of the ending's type: what the registry itself stores, and nothing else. */
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

/** True for `packages/…` and `docs/…` without empty parts, `..`, or characters that a folder can't hold. */
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

/** @throws RegistryError `blob-missing` for a key that no blob can have */
export function assertBlobKey(key: string): void {
  if (isBlobKey(key)) return;
  throw new RegistryError('blob-missing', `'${key}' is not the key of a blob`, {
    hint: 'Keys look like packages/git-lens/git-lens-1.0.0.tar.gz.',
  });
}
