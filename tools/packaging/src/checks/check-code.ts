import { describePlace, describeUnresolved, showPlace } from '@orchestra/code-analysis';
import {
  type EntryFile,
  isAccepted,
  isBounded,
  permissions,
  type Problem,
  problem,
  unresolvedCause,
  unresolvedCauses,
  type UnresolvedCode,
} from '@orchestra/core';
import type { Check, CheckedPackage } from './check.ts';
import { orReview } from './review-hint.ts';

/**
 * Checks that the declared permissions are exactly those that the code uses, and that the code can be
 * analysed.
 */
export const checkCode: Check = (checked) => {
  const { unsupported, unresolved } = checked.analysis;
  return [
    ...findUndeclared(checked),
    ...findUnused(checked),
    ...checkUnresolved(unresolved, checked),
    ...findUnsupported(unsupported),
  ];
};

/** Reports what Orchestra doesn't have, once for each place in the author's code, however many bundles have it. */
function findUnsupported(unsupported: CheckedPackage['analysis']['unsupported']): Problem[] {
  const groups = Map.groupBy(unsupported, ({ call, place }) => `${showPlace(place)} ${call}`);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { feature, call, place } = first;
    const more = others.length === 0 ? '' : `, and ${others.length} more built from it`;
    return problem('api-unsupported', {
      path: showPlace(place),
      message: `${call}: Orchestra has no ${feature}${describePlace(place)}${more}`,
    });
  });
}

function findUndeclared({ analysis, manifest }: CheckedPackage): Problem[] {
  return analysis.permissions
    .filter(({ permission }) => !manifest.permissions.includes(permission))
    .map(({ permission, uses: [first], count }) => {
      const hint = `Add "${permission}" to "permissions" in package.json, or leave the call out.`;
      if (first === undefined) {
        const message = `The code needs '${permission}', which is not declared; no place is known`;
        return problem('permission-undeclared', {
          path: 'package.json#/permissions',
          message,
          hint,
        });
      }
      const others = count === 2 ? '1 more place does' : `${count - 1} more places do`;
      const more = count === 1 ? '' : `, as ${others}`;
      return problem('permission-undeclared', {
        path: showPlace(first.place),
        message: `${first.call} needs '${permission}', which is not declared${describePlace(first.place)}${more}`,
        hint,
      });
    });
}

/**
 * Finds declared permissions that the code doesn't use. Where code that can't be analysed could use one, that is
 * told as it is. Nothing is reported where an entry file is missing, which is a problem of its own.
 */
function findUnused({ analysis, manifest, files }: CheckedPackage): Problem[] {
  const isThere = ({ path }: EntryFile) => entryNames(path).some((name) => files.has(name));
  if (!manifest.entryFiles.every(isThere)) return [];
  const used = new Set<string>(analysis.permissions.map(({ permission }) => permission));
  return manifest.permissions.flatMap((declared, at) => {
    // `checkPermissions` reports unknown permissions
    if (used.has(declared) || !permissions.some((known) => known === declared)) return [];
    const path = `package.json#/permissions/${at}`;
    const [by, ...others] = analysis.unresolved.filter((code) =>
      code.permissions.some((each) => each === declared),
    );
    if (by !== undefined) {
      const more = others.length === 0 ? '' : `, and at ${others.length} more places`;
      const message = `'${declared}' is declared; no use of it is found, but it could be used at ${showPlace(by.place)}${more}, which can’t be told`;
      const hint =
        'Nothing to do where that code may use it. Without it, a person looks at the code before it is published.';
      return [problem('permission-unused', { path, message, hint, severity: 'info' })];
    }
    const message = `'${declared.slice(0, 60)}' is declared, and nothing in the code needs it`;
    return [problem('permission-unused', { path, message })];
  });
}

/**
 * Reports code that can't be analysed. Code that needs at most the declared permissions becomes a single
 * note, so that it doesn't crowd out the rest.
 */
function checkUnresolved(
  unresolved: readonly UnresolvedCode[],
  { manifest }: CheckedPackage,
): Problem[] {
  const isUnreadable = ({ reason, what, place }: UnresolvedCode) =>
    reason === 'unreadable' &&
    !what.startsWith('native') &&
    manifest.entryFiles.some((entry) => entryNames(entry.path).includes(place.file));
  const isDeclared = (code: UnresolvedCode) =>
    !isUnreadable(code) && isAccepted(code, manifest.permissions);
  const told = unresolved
    .filter((code) => !isDeclared(code))
    .map((code) => {
      if (!isUnreadable(code))
        return problem('permission-unresolved', describe(code, manifest.permissions));
      const message = `This is no JavaScript: ${code.what}`;
      return problem('code-invalid', { path: showPlace(code.place), message });
    });
  const [first, ...others] = unresolved.filter(isDeclared);
  if (first === undefined) return told;
  const { message, ...found } = describe(first, manifest.permissions);
  const more = others.length === 0 ? '' : `, and ${others.length} more places like this`;
  const hint = 'All that it may need is declared, and people agree to that: nothing to do.';
  const note = { ...found, message: `${message}${more}`, severity: 'info', hint } as const;
  return [...told, problem('permission-unresolved', note)];
}

function describe(code: UnresolvedCode, declared: readonly string[]) {
  const { why, needs } = describeUnresolved(code);
  const message = `${code.what}: ${why}${describePlace(code.place)}. It may need ${needs}`;
  const cause = unresolvedCause(code);
  const hint = `${unresolvedCauses[cause]} ${orDeclare(code, declared)}${orReview}`;
  return { path: showPlace(code.place), message, hint, cause };
}

/** What to declare instead, where that is not everything. */
function orDeclare(code: UnresolvedCode, declared: readonly string[]): string {
  const lacking = code.permissions.filter((each) => !declared.includes(each));
  if (lacking.length === 0 || !isBounded(code)) return '';
  const names = lacking.map((each) => `"${each}"`).join(', ');
  return `Or add ${names} to "permissions", if the code may use it: nobody has to look at it then. `;
}

/** File names that Node tries for an entry file, in order. */
export function entryNames(entry: string): string[] {
  return [entry, `${entry}.js`, `${entry}.cjs`, `${entry}.mjs`, `${entry}/index.js`];
}
