import { describePlace, describeUnresolved, showPlace } from '@orchestra/code-analysis';
import {
  type EntryFile,
  isUnread,
  permissions,
  type Problem,
  problem,
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
 * Finds declared permissions that the code doesn't use. Code that can't be analysed may use any of those it
 * could need, so these count as used. Nothing is reported where an entry file is missing, which is a problem
 * of its own.
 */
function findUnused({ analysis, manifest, files }: CheckedPackage): Problem[] {
  const isThere = ({ path }: EntryFile) => entryNames(path).some((name) => files.has(name));
  if (!manifest.entryFiles.every(isThere)) return [];
  const used = new Set<string>([
    ...analysis.permissions.map(({ permission }) => permission),
    ...analysis.unresolved.flatMap((code) => code.permissions),
  ]);
  return manifest.permissions.flatMap((declared, at) => {
    // `checkPermissions` reports unknown permissions
    if (used.has(declared) || !permissions.some((known) => known === declared)) return [];
    const path = `package.json#/permissions/${at}`;
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
    !isUnreadable(code) && code.permissions.every((each) => manifest.permissions.includes(each));
  const told = unresolved
    .filter((code) => !isDeclared(code))
    .map((code) => {
      if (!isUnreadable(code)) return problem('permission-unresolved', describe(code));
      const message = `This is no JavaScript: ${code.what}`;
      return problem('code-invalid', { path: showPlace(code.place), message });
    });
  const [first, ...others] = unresolved.filter(isDeclared);
  if (first === undefined) return told;
  const { path, message } = describe(first);
  const more = others.length === 0 ? '' : `, and ${others.length} more places like this`;
  const hint = 'All that it may need is declared: nothing to do.';
  const note = { path, message: `${message}${more}`, severity: 'info', hint } as const;
  return [...told, problem('permission-unresolved', note)];
}

function describe(code: UnresolvedCode): { path: string; message: string; hint?: string } {
  const { why, needs } = describeUnresolved(code);
  const message = `${code.what}: ${why}${describePlace(code.place)}. It may need ${needs}`;
  const path = showPlace(code.place);
  if (code.reason !== 'over-limit' || !isUnread(code)) return { path, message };
  return { path, message, hint: code.what.endsWith('of code') ? moveData : leaveOut };
}

const moveData = `Move data out of the code, into a file of the package that the code reads as data: JSON, text or binary. ${orReview}`;
const leaveOut = `Leave out code that the extension does not need. ${orReview}`;

/** File names that Node tries for an entry file, in order. */
export function entryNames(entry: string): string[] {
  return [entry, `${entry}.js`, `${entry}.cjs`, `${entry}.mjs`, `${entry}/index.js`];
}
