/**
 * Resolves a relative path to a path from the package's root.
 *
 * @param folder folder that the path is relative to, from the root; empty for the root
 * @returns null for a path outside of the package
 */
export function resolvePath(folder: string, path: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
