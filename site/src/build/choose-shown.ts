import { RegistryError } from '@orchestra/core';
import type { ServedSite } from './change/served-site.ts';
import { pagePath } from './plan-site-build.ts';
import type { ExtensionFacts } from './facts/extension-facts.ts';
import type { KnownFacts } from './facts/read-known-facts.ts';

/** An extension that a site shows nothing new of, with the reason. */
export interface EntryProblem {
  name: string;
  /** Error message without emails. */
  message: string;
  /** True where the old page is kept; false where the site shows nothing of the extension. */
  kept: boolean;
}

/** Number of extensions that may be missing from any site. */
const few = 3;
/** Share of all extensions that may be missing. */
const mostMissing = 0.05;

/**
 * Chooses the extensions that a site shows. One with an unreadable entry keeps its old page; without one it
 * is left out, because nothing could link to it. Pure.
 *
 * @throws RegistryError `index-damaged` where many or all would be missing: the old site is then better
 */
export function chooseShown(
  { facts, unread }: KnownFacts,
  { served }: { served: Pick<ServedSite, 'files'> | null },
): { facts: ExtensionFacts[]; problems: EntryProblem[] } {
  const known = new Set(facts.map(({ name }) => name));
  const stands = (name: string) => served?.files.has(pagePath({ kind: 'extensions', id: name }));
  const problems = unread.map(({ name, message }) => {
    return { name, message, kept: known.has(name) && stands(name) === true };
  });
  const missing = problems.filter(({ kept }) => !kept);
  const left = new Set(missing.map(({ name }) => name));
  const shown = facts.filter(({ name }) => !left.has(name));
  requireMost(missing, { shown: shown.length });
  return { facts: shown, problems };
}

function requireMost(missing: readonly EntryProblem[], { shown }: { shown: number }): void {
  const all = shown + missing.length;
  if (missing.length === 0) return;
  if (shown > 0 && missing.length <= Math.max(few, all * mostMissing)) return;
  const told = missing.slice(0, 5).map(({ name, message }) => `${name}: ${message}`);
  const more = missing.length > told.length ? `; and ${missing.length - told.length} more` : '';
  throw new RegistryError(
    'index-damaged',
    `The entries of ${missing.length} of ${all} extensions can't be read, and no site was built: ${told.join('; ')}${more}`,
    { hint: 'Correct them in a commit; `npm run registry -- verify` finds every damaged entry.' },
  );
}
