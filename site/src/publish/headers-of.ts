import { extname } from 'node:path';

/** HTTP headers of a file. */
export interface FileHeaders {
  contentType: string;
  cacheControl: string;
  /** True for text, which is worth compressing. */
  text: boolean;
}

/** The headers of a file of the site, by its path. */
export function headersOf(path: string): FileHeaders {
  const [contentType, text] = types[extname(path)] ?? ['application/octet-stream', false];
  return { contentType, cacheControl: cacheControlOf(path), text };
}

/**
 * The caching rule of a file: forever if its name changes with its content; revalidated each time for a page,
 * because the files that it refers to change.
 */
export function cacheControlOf(path: string): string {
  if (/^(?:_astro|engines)\//.test(path)) return 'public, max-age=31536000, immutable';
  if (/^(?:feeds|badges)\//.test(path)) return 'public, max-age=300';
  return /^og[./]/.test(path) ? 'public, max-age=3600' : 'no-cache';
}

const types: Readonly<Record<string, readonly [contentType: string, text: boolean]>> = {
  '.html': ['text/html; charset=utf-8', true],
  '.css': ['text/css; charset=utf-8', true],
  '.js': ['text/javascript; charset=utf-8', true],
  '.json': ['application/json', true],
  '.webmanifest': ['application/manifest+json', true],
  '.svg': ['image/svg+xml', true],
  '.xml': ['application/xml', true],
  '.atom': ['application/atom+xml', true],
  '.txt': ['text/plain; charset=utf-8', true],
  '.png': ['image/png', false],
  '.ico': ['image/x-icon', false],
  '.woff2': ['font/woff2', false],
};
