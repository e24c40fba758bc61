import type { Manifest } from '../manifest.ts';
import { stripEmails, withoutEmails } from '../strip-emails.ts';
import type { ManifestChange } from './manifest-change.ts';
import { valueAt } from './value-at.ts';

/** Each is an edit of the whole text; packing strips whatever is left. */
const mostChanges = 50;
const reason = 'a package is public for ever, and emails are never stored';

/** Takes emails out of a manifest; a key that holds one stays for its author to see to. */
export function proposeNoEmails({ raw }: Manifest): ManifestChange[] {
  const { manifest, removed } = stripEmails(raw);
  const paths = removed
    .map((pointer) => pathIn(raw, pointer))
    .filter(isClean)
    .slice(0, mostChanges);
  // from the end, so that an item that goes moves none that is still to be changed
  return paths.toReversed().map((path) => {
    const left = valueAt(manifest, path);
    return { path, value: left === '' ? undefined : left, reason };
  });
}

function pathIn(raw: Manifest['raw'], pointer: string): (string | number)[] {
  const path: (string | number)[] = [];
  for (const part of pointer.split('/').slice(1)) {
    const isItem = Array.isArray(valueAt(raw, path));
    path.push(isItem ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return path;
}

function isClean(path: readonly (string | number)[]): boolean {
  return path.every((part) => withoutEmails(String(part)) === String(part));
}
