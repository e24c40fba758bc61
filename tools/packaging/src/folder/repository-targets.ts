import { posix } from 'node:path';
import { isRecord, type Manifest, rewriteTargets } from '@orchestra/core';

/**
 * The path in the repository of what a document in the folder `from` refers to; null for addresses, anchors
 * and what lies outside of the repository.
 */
export function repositoryTarget(target: string, from: string): string | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\\)/i.test(target)) return null;
  const [written = ''] = target.split(/[?#]/, 1);
  const path = decode(written);
  if (path === '' || path.includes('\\') || path.includes('\0')) return null;
  // as on GitHub, a path from the root is one of the repository
  const joined = posix.join(path.startsWith('/') ? '.' : from, `./${path}`);
  return joined === '.' || joined === '..' || joined.startsWith('../') ? null : joined;
}

/**
 * Rewrites the targets of a README that moves from one folder of the repository to another: images that are
 * packed name their path in the package, other targets the same file as before. The site resolves those from
 * `repository.directory`, so that they stay as they are where the manifest doesn't name the new folder. Pure.
 */
export function moveTargets(
  text: string,
  by: {
    from: string;
    to: string;
    /** Paths in the package, by path in the repository. */ images: ReadonlyMap<string, string>;
    manifest: Manifest | null;
  },
): string {
  const isNamed = directoryOf(by.manifest) === by.to;
  return rewriteTargets(text, (target, use) => {
    const path = repositoryTarget(target, by.from);
    if (path === null) return target;
    const packed = use === 'link' ? undefined : by.images.get(path);
    if (packed !== undefined) return encodeURI(packed).replaceAll(/[()]/g, escaped);
    if (by.from === by.to || !isNamed || target.startsWith('/')) return target;
    const [, rest = ''] = /^[^?#]*(.*)$/s.exec(target) ?? [];
    return `${encodeURI(posix.relative(by.to, path)).replaceAll(/[()]/g, escaped)}${rest}`;
  });
}

function directoryOf(manifest: Manifest | null): string | null {
  const repository = manifest?.raw['repository'];
  const directory = isRecord(repository) ? repository['directory'] : undefined;
  return typeof directory === 'string' ? posix.join('.', directory).replace(/\/$/, '') : null;
}

function escaped(char: string): string {
  return char === '(' ? '%28' : '%29';
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
