import { permissions } from '@orchestra/core';
import { type Findings, isLossOfValue } from '../findings/findings.ts';
import type { ReachedCode } from '../reach/reached-code.ts';
import type { TracedPackage } from '../trace-package.ts';
import { closure } from './page-code.ts';
import { NamedForPages } from './named-for-pages.ts';

/**
 * The files that surely run only in pages: those that code names for pages alone. None does where what Node runs
 * may load a file that nobody can tell, or start one as a program. A program that is started by a name which
 * code doesn't have can do what `system.exec` and `terminal` allow anyway.
 */
export function findSurePages(
  { node, pageFiles }: TracedPackage,
  reached: ReachedCode,
): ReadonlySet<string> {
  const { found } = node.tracer.findings;
  const isUnread = reached.unread.some((path) => !pageFiles.has(path));
  const startsAny = !reached.startingPrograms.isSubsetOf(pageFiles);
  if (!node.isWhole || isUnread || startsAny || found.unresolved.some(mayLoad)) return new Set();
  const { loads } = reached.imported;
  const named = new NamedForPages(node.tracer, { mayRead: !mayPutElsewhere(found) });
  const unsure = [...pageFiles].filter((path) => !named.isOnlyForPages(path));
  return pageFiles.difference(closure(unsure, (path) => loads.get(path) ?? []));
}

/** True for code that may load any file, or run any text. Values that are lost are another matter, which a person looks at. */
function mayLoad(found: Findings['unresolved'][number]): boolean {
  const { reason, permissions: may, isOfGlobals = false } = found;
  return !isLossOfValue(reason) && (isOfGlobals || may.length === permissions.length);
}

/** True for code that may have the text of a file run elsewhere: it starts programs, or writes files. */
function mayPutElsewhere({ uses, unresolved }: Findings): boolean {
  const runs = new Set(['system.exec', 'terminal', 'filesystem.write']);
  return (
    uses.some(({ permission }) => runs.has(permission)) ||
    unresolved.some((each) => each.permissions.some((permission) => runs.has(permission)))
  );
}
