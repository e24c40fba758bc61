import { webUrl } from '@orchestra/core';
import type { DocContext } from './doc-context.ts';

/**
 * Resolves a link of a README: to a part of the same text, a web page, or a file of the repository; null for
 * any other link.
 */
export function resolveLink(href: string, context: DocContext): string | null {
  if (href.startsWith('#')) return href.length > 1 ? `#${context.idPrefix}${href.slice(1)}` : null;
  if (href.startsWith('//')) return webUrl(`https:${href}`);
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return webUrl(href);
  return repositoryFile(href, context.repositoryFiles);
}

function repositoryFile(href: string, base: string | null): string | null {
  const root = /^https:\/\/[^/]+\/[^/]+\/[^/]+\/blob\/HEAD\//.exec(base ?? '')?.[0];
  const path = href.replace(/^[/\\]+/, '');
  if (base === null || root === undefined || path === '') return null;
  // as on GitHub, a path from the root is one of the repository
  const from = path === href ? base : root;
  if (!URL.canParse(path, from)) return null;
  const url = new URL(path, from).href;
  // `../../..` must not lead out of the repository to another account's page
  return url.startsWith(root) ? url : null;
}
