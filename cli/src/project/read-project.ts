import { type Problem, type ProblemCode, RegistryError } from '@orchestra/core';
import { sortProblems } from '@orchestra/packaging';
import { entryNames, readExtension, type ReadExtension } from '@orchestra/packaging/node';
import { buildProject } from '../build/build-project.ts';
import { type Bundle, isSource } from '../build/plan-bundles.ts';
import type { CommandContext } from '../command.ts';
import { findAround } from './find-around.ts';
import { note } from '../render/note.ts';
import { startProgress } from '../render/progress.ts';

/** Values that replace those of the manifest. */
export interface ReadProjectOptions {
  setVersion?: string | undefined;
  /** Takes in what the repository around the folder has and the folder lacks. */
  includeRoot?: boolean | undefined;
}

/**
 * Builds the extension in the current folder where its manifest names sources, then reads and checks it as it
 * is packed, with the built files as entries.
 *
 * @throws RegistryError `file-unreadable`, `file-unwritable`, `bundler-failed`, `usage` where there is no
 *   repository around the folder to take files from
 */
export async function readProject(
  options: ReadProjectOptions,
  context: CommandContext,
): Promise<ReadProject> {
  using _progress = await startProgress(context, 'Checking');
  const { setVersion: version, includeRoot = false } = options;
  const around = await findAround(context);
  if (includeRoot && around === null) {
    throw new RegistryError('usage', `${context.cwd} is no folder inside of a git repository`, {
      hint: 'Leave --include-root out: it takes files from the folders above, up to the top of their repository.',
    });
  }
  const built = await buildProject(context);
  const entries = new Map(built.bundles.map(({ pointer, output }) => [pointer, output]));
  const read = await readExtension(context.cwd, {
    read: built.read,
    around,
    includeRoot,
    replaced: { entries, ...(version === undefined ? {} : { version }) },
  });
  noteRebuilt(built.bundles, context);
  const { manifest, files } = read;
  const isBuilt = !built.problems.some(
    ({ severity, code }) => severity === 'error' && code !== 'builtin-missing',
  );
  const unread = (manifest?.entryFiles ?? []).filter(
    ({ path }) => !entryNames(path).some((name) => files.has(name)) || (!isBuilt && isSource(path)),
  );
  return {
    ...read,
    unread: unread.map(({ path }) => path),
    problems: joinProblems(built.problems, read.problems),
  };
}

/** A folder that was read, and the code that its manifest names and that couldn't be read. */
export type ReadProject = ReadExtension & { unread: string[] };

/** Tells of JavaScript that is bundled although it could be packed as it is. */
function noteRebuilt(bundles: readonly Bundle[], context: CommandContext): void {
  const plain = bundles.filter(
    ({ pointer, entry }) => pointer === '/main' && entry.endsWith('.js'),
  );
  if (context.json) return;
  for (const { entry, output } of plain) {
    note(`${entry} is bundled into ${output}, since it lies in src/`, context);
  }
}

/**
 * Joins problems of build and checks. Leaves out repetitions, missing files that a failed build would have made,
 * and what the build, which knows what brings it, has told better.
 */
function joinProblems(building: readonly Problem[], checking: readonly Problem[]): Problem[] {
  const tells = (told: ProblemCode) => building.some(({ code }) => code === told);
  const failed = tells('build-failed');
  const needsNode = tells('builtin-missing');
  const rest = checking.filter(
    ({ code, path }) =>
      !building.some((said) => said.code === code && said.path === path) &&
      !(needsNode && code === 'builtin-missing') &&
      !(failed && code === 'file-missing' && namesEntry(path)),
  );
  return sortProblems([...building, ...rest]);
}

/** An author's folder that passed every check. */
export type ValidExtension = ReadProject & { name: string; version: string };

/**
 * Reads the project as {@link readProject} does, and fails where a check finds an error.
 *
 * @throws RegistryError `problems-found` with all problems
 */
export async function readValidExtension(
  options: ReadProjectOptions,
  context: CommandContext,
): Promise<ValidExtension> {
  const read = await readProject(options, context);
  const { manifest, problems } = read;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (manifest?.version === undefined || errors > 0) {
    const what = errors === 1 ? 'one error' : `${errors} errors`;
    throw new RegistryError('problems-found', `${context.cwd} has ${what}; nothing was packed`, {
      hint: 'Fix them and try again.',
      problems,
    });
  }
  return { ...read, name: manifest.name, version: manifest.version };
}

/** True where a problem's path is a manifest field that names code: `package.json#/main`. */
export function namesEntry(path: string): boolean {
  return /#\/(?:main|browser|commands\/\d+\/name)$/.test(path);
}
