import { nearest, permissions, permissionTexts, type Problem, problem } from '@orchestra/core';
import type { Check } from './check.ts';

/** Checks that every declared permission is known and declared only once. */
export const checkPermissions: Check = ({ manifest }) => {
  const seen = new Set<string>();
  return manifest.permissions.flatMap((permission, at) => {
    const again = seen.has(permission);
    seen.add(permission);
    return checkDeclared(permission, { at, again });
  });
};

function checkDeclared(written: string, place: { at: number; again: boolean }): Problem[] {
  const path = `package.json#/permissions/${place.at}`;
  const shown = written.slice(0, 60);
  const known = permissions.find((permission) => permission === written);
  if (known === undefined) {
    const near = nearest(written, permissions);
    const hint =
      near === undefined ? `Use one of ${permissions.join(', ')}.` : `Did you mean '${near}'?`;
    return [problem('permission-unknown', { path, message: `Nobody knows '${shown}'`, hint })];
  }
  if (place.again) {
    return [problem('permission-duplicate', { path, message: `'${shown}' stands twice` })];
  }
  if (!permissionTexts[known].dangerous) return [];
  return [
    problem('permission-dangerous', {
      path,
      message: `'${shown}': ${permissionTexts[known].text}`,
    }),
  ];
}
