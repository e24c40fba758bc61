import { permissions } from '@orchestra/core';
import { type Findings, isLossOfValue } from '../findings/findings.ts';
import type { ReachedCode } from '../reach/reached-code.ts';
import type { TracedPackage } from '../trace-package.ts';
import { closure } from './page-code.ts';
import { NamedForPages } from './named-for-pages.ts';

/**
 * The files that surely run only in pages. None does where what Node runs may load a file that nobody can tell,
 * or start one as a program. Where it starts programs by other means, those do that it names for pages alone: a
 * program that is started by a name which code doesn't have can do what `system.exec` and `terminal` allow
 * anyway.
 */
export function findSurePages(
  { node, pageFiles }: TracedPackage,
  reached: ReachedCode,
): ReadonlySet<string> {
  const { found } = node.tracer.findings;
  const isUnread = reached.unread.some((path) => !pageFiles.has(path));
  const startsAny = !reached.startingPrograms.isSubsetOf(pageFiles);
  if (!node.isWhole || isUnread || startsAny || found.unresolved.some(mayLoad)) return new Set();
  if (!startsPrograms(found)) return pageFiles;
  const { loads } = reached.imported;
  const named = new NamedForPages(node.tracer);
  const unsure = [...pageFiles].filter((path) => !named.isOnlyForPages(path));
  return pageFiles.difference(closure(unsure, (path) => loads.get(path) ?? []));
}

/** True for code that may load any file, or run any text. Values that are lost are another matter, which a person looks at. */
function mayLoad({ reason, permissions: may }: Findings['unresolved'][number]): boolean {
  return !isLossOfValue(reason) && may.length === permissions.length;
}

/** True for code that starts programs, or has files opened by the programs for them. */
function startsPrograms({ uses, unresolved }: Findings): boolean {
  const isStart = (permission: string) => permission === 'system.exec' || permission === 'terminal';
  return (
    uses.some(({ permission, call }) => isStart(permission) || call.includes('openExternal')) ||
    unresolved.some((each) => each.permissions.some(isStart))
  );
}
