import type { Manifest } from '../manifest.ts';
import { stripEmails, withoutEmails } from '../strip-emails.ts';
import type { ManifestChange } from './manifest-change.ts';
import { valueAt } from './value-at.ts';

/** Limit, because each change edits the whole text again. Packing removes the emails that are left. */
const mostChanges = 50;
const reason = 'a package is public for ever, and emails are never stored';

/**
 * Proposes to remove emails from the values of a manifest. A key that contains an email is left to its
 * author.
 */
export function proposeNoEmails({ raw }: Manifest): ManifestChange[] {
  const { manifest, removed } = stripEmails(raw);
  const paths = removed
    .map((pointer) => pathIn(raw, pointer))
    .filter(isClean)
    .slice(0, mostChanges);
  // from the end, so that removing an item doesn't shift the items still to be changed
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
