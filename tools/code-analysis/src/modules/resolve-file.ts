import type { ParsedCode } from '../syntax/parse-code.ts';

/**
 * Resolves a relative import to a file of the package, as Node and bundlers do.
 *
 * @returns undefined for a name that isn't relative, or where no such file was parsed
 */
export function resolveFile(
  codes: ReadonlyMap<string, ParsedCode>,
  at: { from: string; name: string },
): ParsedCode | undefined {
  if (!/^\.{1,2}(?:\/|$)/.test(at.name)) return undefined;
  const parts = at.from.split('/').slice(0, -1);
  for (const part of at.name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/');
  const endings = ['', '.js', '.cjs', '.mjs', '/index.js', '/index.cjs', '/index.mjs'];
  for (const ending of endings) {
    const found = codes.get(path + ending);
    if (found !== undefined) return found;
  }
  return undefined;
}
