import { extname } from 'node:path';

/** What a file of a site is served with. */
export interface FileHeaders {
  contentType: string;
  cacheControl: string;
  /** True for text, which is worth compressing. */
  text: boolean;
}

/** Decides how a file of the site is served, by its path. */
export function headersOf(path: string): FileHeaders {
  const [contentType, text] = types[extname(path)] ?? ['application/octet-stream', false];
  return { contentType, cacheControl: cacheControlOf(path), text };
}

/**
 * How long a browser may keep a file without asking: one whose name changes with its content for good; a page
 * never, since what it leads to changes with it.
 */
export function cacheControlOf(path: string): string {
  if (path.startsWith('_astro/')) return 'public, max-age=31536000, immutable';
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
