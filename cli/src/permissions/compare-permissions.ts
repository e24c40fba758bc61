import type { PackageAnalysis } from '@orchestra/core';
import { showPlace } from '@orchestra/code-analysis';
import type { ComparedPermissions, PermissionDifference } from './compared-permissions.ts';

/** What is known of the permissions of an extension. */
export interface PermissionFacts {
  /** In the order of package.json. */
  declared: readonly string[];
  /** Null where the code couldn't be analysed. */
  analysis: Pick<PackageAnalysis, 'permissions' | 'unresolved'> | null;
  /** Null where nothing ran. */
  run: RunFacts | null;
}

/** What was seen while an extension ran. */
export interface RunFacts {
  /** The first place that used each permission, also where that was refused; null where it has none. */
  seen: ReadonlyMap<string, string | null>;
  /** Whether all was run that there is to run: then it is a warning that a permission wasn't used. */
  isComplete: boolean;
}

/** Compares what package.json declares, what is found in the code, and what was seen at run time. Pure. */
export function comparePermissions({
  declared,
  analysis,
  run,
}: PermissionFacts): ComparedPermissions {
  const seen = run?.seen ?? new Map<string, string | null>();
  const found = new Map<string, string | null>(
    (analysis?.permissions ?? []).map(({ permission, uses: [first] }) => [
      permission,
      first === undefined ? null : showPlace(first.place),
    ]),
  );
  const usedUndeclared = [...seen]
    .filter(([permission]) => !declared.includes(permission))
    .map(([permission, place]) => differ('error', 'used-undeclared', { permission, place }));
  const foundUndeclared = [...found]
    .filter(([permission]) => !declared.includes(permission) && !seen.has(permission))
    .map(([permission, place]) => differ('error', 'found-undeclared', { permission, place }));
  const unclear = new Set<string>(analysis?.unresolved.flatMap((code) => code.permissions));
  const unused = declared.flatMap((permission, at) => {
    if (seen.has(permission)) return [];
    const declaration = { permission, place: `package.json#/permissions/${at}` };
    const isUsed = found.has(permission);
    if (analysis !== null && !isUsed && !unclear.has(permission)) {
      return [differ('warning', 'declared-unused', declaration)];
    }
    if (run === null) return [];
    const use = isUsed ? { permission, place: found.get(permission) ?? null } : declaration;
    return [differ(run.isComplete ? 'warning' : 'note', 'not-seen', use)];
  });
  return {
    declared: [...declared],
    found: analysis === null ? null : [...found.keys()].toSorted(),
    seen: run === null ? null : [...seen.keys()].toSorted(),
    differences: [...usedUndeclared, ...foundUndeclared, ...unused],
  };
}

function differ(
  severity: PermissionDifference['severity'],
  what: PermissionDifference['what'],
  of: Pick<PermissionDifference, 'permission' | 'place'>,
): PermissionDifference {
  return { severity, what, ...of };
}
