import { showPlace } from '@orchestra/code-analysis';
import { type Problem, problem, resolvePath } from '@orchestra/core';
import type { Check } from './check.ts';

/** Checks that every module that the code loads on start is in the package. */
export const checkImports: Check = ({ analysis, files }) =>
  (analysis.missing ?? []).flatMap(({ module, place }): Problem[] => {
    const isRelative = module.startsWith('.');
    if (isRelative && isFile(module, { from: place.file, files })) return [];
    const hint = isRelative
      ? { hint: 'Add it to "files" in package.json, or correct the path.' }
      : {};
    const message = `'${module.slice(0, 200)}' is loaded here; it is not in the package`;
    return [problem('import-missing', { path: showPlace(place), message, ...hint })];
  });

/** True where an import resolves to a file, also to data such as `./package.json`. */
function isFile(
  module: string,
  { from, files }: { from: string; files: ReadonlyMap<string, Uint8Array> },
): boolean {
  const path = resolvePath(from.split('/').slice(0, -1).join('/'), module);
  return path !== null && ['', '.json', '.node'].some((ending) => files.has(path + ending));
}
