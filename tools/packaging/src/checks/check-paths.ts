import type { Check } from './check.ts';
import { PathClaims } from '../paths/path-claims.ts';

/** Checks that every path can be unpacked on every system, as reading an archive does. */
export const checkPaths: Check = ({ files, origin }) => {
  const hint =
    origin === 'folder' ? { hint: 'Rename it, or leave it out with .orchestraignore.' } : {};
  const claims = new PathClaims(hint);
  const found = [...files.keys()].flatMap((path) => claims.claim(path, 'file') ?? []);
  // a folder is refused with each of its files
  return [...new Map(found.map((each) => [each.message, each])).values()];
};
