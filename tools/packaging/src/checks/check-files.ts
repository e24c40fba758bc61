import { contributedFiles, type EntryFile, type Problem, problem } from '@orchestra/core';
import type { Check, CheckedPackage, PackageFiles } from './check.ts';

/** Checks that every file that the manifest refers to is in the package, with the same case. */
export const checkFiles: Check = (checked) => {
  const present = listPresent(checked.files);
  return namedFiles(checked).flatMap((named) => checkNamed(named, { ...checked, present }));
};

/** The paths in the package. Collected once, because a hostile manifest may name a hundred thousand files. */
interface Present {
  folders: ReadonlySet<string>;
  /** Paths by their lower-case form. */
  byLowerCase: ReadonlyMap<string, string>;
}

function listPresent(files: PackageFiles): Present {
  const folders = new Set<string>();
  const byLowerCase = new Map<string, string>();
  for (const path of files.keys()) {
    byLowerCase.set(path.toLowerCase(), path);
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      folders.add(path.slice(0, at));
    }
  }
  return { folders, byLowerCase };
}

function namedFiles({ manifest }: CheckedPackage): (EntryFile & { code: boolean })[] {
  const code = manifest.entryFiles.map((file) => ({ ...file, code: true }));
  const contributed = contributedFiles(manifest.raw['contributes']).map((file) => ({
    ...file,
    code: false,
  }));
  return [...code, ...contributed];
}

function checkNamed(
  named: EntryFile & { code: boolean },
  checked: CheckedPackage & { present: Present },
): Problem[] {
  const path = `package.json#${named.pointer}`;
  const wanted = named.path.replace(/\/+$/, '');
  if (wanted.startsWith('/') || /^[a-z]:/i.test(wanted) || wanted.split('/').includes('..')) {
    return [problem('path-outside', { path, message: `'${named.path}' leaves the package` })];
  }
  const candidates = named.code
    ? [wanted, `${wanted}.js`, `${wanted}.cjs`, `${wanted}.mjs`, `${wanted}/index.js`]
    : [wanted];
  if (candidates.some((candidate) => checked.files.has(candidate))) return [];
  if (!named.code && checked.present.folders.has(wanted)) return [];
  // what is too large is told once
  const isTold = checked.leftOut.some(
    (left) => left.reason === 'too-large' && candidates.includes(left.path),
  );
  if (isTold) return [];
  return [
    problem('file-missing', {
      path,
      message: `Expected the file '${named.path}'; it is not in the package`,
      ...missingHint(candidates, checked),
    }),
  ];
}

function missingHint(
  candidates: string[],
  checked: CheckedPackage & { present: Present },
): { hint?: string } {
  const other = candidates
    .map((candidate) => checked.present.byLowerCase.get(candidate.toLowerCase()))
    .find((path) => path !== undefined);
  if (other !== undefined)
    return { hint: `The package has '${other}': write it with the same case.` };
  const left = checked.leftOut.find(
    ({ path }) =>
      candidates.includes(path) || candidates.some((file) => file.startsWith(`${path}/`)),
  );
  if (left !== undefined) return { hint: `'${left.path}' was left out (${left.reason}).` };
  if (checked.origin === 'folder')
    return { hint: 'Build the extension first, or correct the path.' };
  return {};
}
