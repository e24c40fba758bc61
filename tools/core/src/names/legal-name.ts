import { problem, type Problem } from '../problems/problem.ts';
import { maxNameLength, namePattern } from '../schema/names.ts';

/**
 * Checks whether a name may be taken, by anyone.
 *
 * @param of.path location of the name, for problems
 * @param of.reservedNames names of `reserved-names.json`
 */
export function nameProblems(
  name: string,
  { path, reservedNames }: { path: string; reservedNames: ReadonlySet<string> },
): Problem[] {
  if (!isRegistryName(name)) {
    const legal = legalName(name);
    const found = name === '' ? 'nothing' : `'${name.slice(0, 120)}'`;
    return [
      problem('name-invalid', {
        path,
        message: `Expected lower-case words joined by hyphens, at most ${maxNameLength} characters; found ${found}`,
        ...(!isLegalName(legal) || reservedNames.has(legal)
          ? {}
          : { hint: `Rename it, for example to '${legal}'.` }),
      }),
    ];
  }
  if (!deviceNames.test(name) && !reservedNames.has(name)) return [];
  const reason = deviceNames.test(name) ? 'Windows keeps it for a device' : 'the registry keeps it';
  return [problem('name-reserved', { path, message: `'${name}' can't be used: ${reason}` })];
}

/** True for a name in the right form. Another extension may have it already, or it may be reserved. */
export function isLegalName(name: string): boolean {
  return isRegistryName(name) && !deviceNames.test(name);
}

function isRegistryName(name: string): boolean {
  return name.length <= maxNameLength && new RegExp(namePattern).test(name);
}

/** Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions */
const deviceNames = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The valid name that is nearest to a text; empty where no letter or digit is left of it. */
export function legalName(name: string): string {
  return name
    .replace(/^@[^/]*\//, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, maxNameLength)
    .replaceAll(/^-+|-+$/g, '');
}
