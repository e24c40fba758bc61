import { describeUnresolved } from '../analysis/describe-unresolved.ts';
import { describePlace, showPlace } from '../analysis/show-place.ts';
import type { EntryFile } from '../manifest/manifest.ts';
import { problem, type Problem } from '../problem.ts';
import type { UnresolvedCode } from '../schema/analysis.ts';
import { permissions } from '../schema/names.ts';
import type { Check, CheckedPackage } from './check.ts';

/** The declared permissions are those that the code uses, both ways, and the code can be read. */
export const checkCode: Check = (checked) => {
  const { unsupported, unresolved } = checked.analysis;
  return [
    ...findUndeclared(checked),
    ...findUnused(checked),
    ...unresolved.map((code) => checkUnresolved(code, checked)),
    ...unsupported.map(({ feature, call, place }) =>
      problem('api-unsupported', {
        path: showPlace(place),
        message: `${call}: Orchestra has no ${feature}${describePlace(place)}`,
      }),
    ),
  ];
};

function findUndeclared({ analysis, manifest }: CheckedPackage): Problem[] {
  return analysis.permissions
    .filter(({ permission }) => !manifest.permissions.includes(permission))
    .flatMap(({ permission, uses, count }) => {
      const [first] = uses;
      if (first === undefined) return [];
      const more = count === 1 ? '' : `, as ${count - 1} more places do`;
      return [
        problem('permission-undeclared', {
          path: showPlace(first.place),
          message: `${first.call} needs '${permission}', which is not declared${describePlace(first.place)}${more}`,
          hint: `Add "${permission}" to "permissions" in package.json, or leave the call out.`,
        }),
      ];
    });
}

/**
 * What unresolved code may need counts as used: nobody can tell that it isn't. Nor can anybody where an
 * entry file is missing, which is told by itself.
 */
function findUnused({ analysis, manifest, files }: CheckedPackage): Problem[] {
  const isThere = ({ path }: EntryFile) => namesOf(path).some((name) => files.has(name));
  if (!manifest.entryFiles.every(isThere)) return [];
  const used = new Set<string>([
    ...analysis.permissions.map(({ permission }) => permission),
    ...analysis.unresolved.flatMap((code) => code.permissions),
  ]);
  return manifest.permissions.flatMap((declared, at) => {
    // one that nobody knows is told by the check of permissions
    if (used.has(declared) || !permissions.some((known) => known === declared)) return [];
    const path = `package.json#/permissions/${at}`;
    const message = `'${declared.slice(0, 60)}' is declared, and nothing in the code needs it`;
    return [problem('permission-unused', { path, message })];
  });
}

function checkUnresolved(code: UnresolvedCode, { manifest }: CheckedPackage): Problem {
  const { reason, what, place } = code;
  const path = showPlace(place);
  const isEntry = manifest.entryFiles.some((entry) => isFileOf(entry.path, place.file));
  if (reason === 'unreadable' && isEntry && !what.startsWith('native')) {
    return problem('code-invalid', { path, message: `This is no JavaScript: ${what}` });
  }
  const { why, needs } = describeUnresolved(code);
  const message = `${what}: ${why}${describePlace(place)}. It may need ${needs}`;
  const isDeclared = code.permissions.every((each) => manifest.permissions.includes(each));
  return problem('permission-unresolved', {
    path,
    message,
    ...(isDeclared
      ? ({ severity: 'info', hint: 'All of it is declared: nothing to do.' } as const)
      : {}),
  });
}

function isFileOf(entry: string, file: string): boolean {
  return namesOf(entry).includes(file);
}

/** What the file of an entry may be called, as Node finds it. */
function namesOf(entry: string): string[] {
  return [entry, `${entry}.js`, `${entry}.cjs`, `${entry}.mjs`, `${entry}/index.js`];
}
