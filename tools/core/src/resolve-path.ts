/**
 * The path from the package's root that a relative path means.
 *
 * @param folder that it starts from, as a path from the root; empty for the root
 * @returns null where it leaves the package
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
