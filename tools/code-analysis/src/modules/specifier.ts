/** Where the name of an import leads. */
export type Specifier =
  /** A file of the package, by its path. */
  | { kind: 'file'; path: string }
  /** A package, by its name, and the path in it: `''` or `/sub/path`. */
  | { kind: 'package'; name: string; sub: string }
  /** A place that isn't in the package: `/etc/x.js`, `../../x.js`, `file:///x.js`. */
  | { kind: 'outside' }
  /** Code that is written in the address itself, or fetched: `data:…`, `https://…`. */
  | { kind: 'address' };

/**
 * Reads the name of an import as Node does: as a path, or as a relative URL where it is an ES module's.
 *
 * Source: https://nodejs.org/docs/latest-v24.x/api/esm.html#resolution-algorithm-specification
 *
 * @param at.from path of the importing file
 * @param at.isUrl true for `import`, where `%61` is `a` and `?query` names no file
 */
export function readSpecifier(written: string, at: { from: string; isUrl: boolean }): Specifier {
  // URLs are read without the spaces around them, and without tabs and line ends in them
  const name = at.isUrl ? plainUrl(written) : written;
  if (/^(?:data|blob|https?):/i.test(name)) return { kind: 'address' };
  if (/^file:/i.test(name) || /^(?:[\\/]|[a-z]:[\\/])/i.test(name)) return { kind: 'outside' };
  const isRelative = /^\.{1,2}(?:[\\/]|$)/.test(name);
  if (isRelative) {
    const path = joinInside(at.from.split('/').slice(0, -1), name);
    return path === null ? { kind: 'outside' } : { kind: 'file', path };
  }
  // left-pad/../../../etc/x.js
  if (/(?:^|[\\/])\.\.?(?:[\\/]|$)/.test(name)) return { kind: 'outside' };
  const [, of = name, sub = ''] = /^(@[^/]+\/[^/]+|[^@/][^/]*)(\/.*)?$/.exec(name) ?? [];
  return { kind: 'package', name: of, sub };
}

function plainUrl(written: string): string {
  // oxlint-disable-next-line no-control-regex -- as the URL standard says
  const trimmed = written.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$|[\t\r\n]/g, '');
  if (/^[a-z][a-z\d+.-]*:/i.test(trimmed)) return trimmed;
  const path = trimmed.replace(/[?#].*$/s, (rest) => (trimmed.startsWith('#') ? rest : ''));
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Joins a relative path to the parts of a folder; null where it leaves the package. */
export function joinInside(folder: readonly string[], path: string): string | null {
  const parts = [...folder];
  for (const part of path.split(/[\\/]/)) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
