import { showPlace } from '@orchestra/code-analysis';
import { type MissingModule, nameFew, type Problem, problem } from '@orchestra/core';
import type { Check, CheckedPackage } from './check.ts';

/**
 * Checks that the modules that the code loads are in the package: an error where a file can't be loaded
 * without them, a warning where they are loaded later, or perhaps. One problem a file and cause.
 */
export const checkImports: Check = (checked) => {
  const missing = (checked.analysis.missing ?? []).filter(({ ofNode }) => ofNode === undefined);
  const groups = Map.groupBy(missing, causeOf);
  return [...groups.values()].map((alike) => tell(alike, checked));
};

/** What has one cause: the same file of the author's, equally certain, and mended in the same way. */
function causeOf(missing: MissingModule): string {
  const { file } = missing.place.source ?? missing.place;
  return `${missing.isCertain} ${kindOf(missing)} ${file}`;
}

function kindOf({
  module,
  instead,
  inProgram,
}: MissingModule): 'ending' | 'program' | 'api' | 'file' | 'package' {
  if (instead !== undefined) return 'ending';
  if (inProgram) return 'program';
  if (kindsByApi.has(nameOf(module))) return 'api';
  return /^[./]/.test(module) ? 'file' : 'package';
}

const mostNames = 5;

function tell(missing: readonly MissingModule[], checked: CheckedPackage): Problem {
  const [first] = missing;
  if (first === undefined) throw new Error('A group has a member');
  const names = [...new Set(missing.map(({ module }) => `'${module.slice(0, 200)}'`))];
  const [are, they] = names.length === 1 ? ['is', 'it is'] : ['are', 'they are'];
  const loaded = first.isCertain ? `${are} loaded here` : 'may be loaded later';
  const message = `${nameFew(names, mostNames)} ${loaded}; ${they} not in the package`;
  return problem(first.isCertain ? 'import-unloadable' : 'import-missing', {
    path: showPlace(first.place),
    message,
    hint: hintFor(first, checked),
  });
}

function hintFor(first: MissingModule, { manifest, origin }: CheckedPackage): string {
  const { module, instead, isCertain } = first;
  if (instead !== undefined) {
    return `The package has '${instead}': an ES module names a file whole, with its ending.`;
  }
  if (kindOf(first) === 'file') {
    return 'Add it to "files" in package.json, or correct the path. In a bundle, have the bundler take the ES modules of dependencies: "module" before "main".';
  }
  if (kindOf(first) === 'program') {
    return `The app gives '${module}' to the extension alone: a program, a worker or a language server that it starts has to do without, and to ask the extension.`;
  }
  const kind = kindsByApi.get(nameOf(module));
  if (kind !== undefined && isCertain) {
    return `Only extensions for ${kind} are given '${nameOf(module)}' by the app, and this manifest is of another kind: see "compat" and "engines" in package.json.`;
  }
  if (!isCertain) {
    return `Bundle ${nameOf(module)} as well, if the extension needs it; nothing to do where it goes on without.`;
  }
  if (origin === 'archive') return 'Bundle the dependencies into the code, and pack it again.';
  if (manifest.compat === 'raycast') {
    return 'Leave the built file out: the commands are bundled from src/ with what they import.';
  }
  const named = 'Or name the source in "main" (or "browser"), and it is bundled for you.';
  return manifest.compat === 'vscode'
    ? `Bundle it, with esbuild for example; or name it in "dependencies", install it with npm, and have .vscodeignore not leave it out. ${named}`
    : `Bundle it, with esbuild for example: node_modules does not go into the package. ${named}`;
}

/** Modules that the app provides to one kind of extension alone. */
const kindsByApi = new Map([
  ['vscode', 'VS Code'],
  ['@raycast/api', 'Raycast'],
  ['@raycast/utils', 'Raycast'],
]);

function nameOf(module: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? module;
}
