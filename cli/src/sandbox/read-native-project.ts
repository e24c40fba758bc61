import { hasErrors, isRecord, type Manifest, type Problem, RegistryError } from '@orchestra/core';
import { listFolder, readManifest, type ReadManifest } from '@orchestra/packaging/node';
import { type BundlePlan, planBundles } from '../build/plan-bundles.ts';

/** The folder of a native extension, as far as it is needed to run it. */
export interface NativeProject {
  /** Absolute. */
  folder: string;
  read: ReadManifest;
  manifest: Manifest;
  /** What `main` stands for, relative to the folder: a source, or built code. */
  entry: string;
  plan: BundlePlan;
  /** Commands that package.json contributes, in order. */
  commands: ContributedCommand[];
  /** Warnings of the manifest. */
  problems: Problem[];
}

/** A command of `contributes.commands`. */
export interface ContributedCommand {
  id: string;
  title: string;
}

/**
 * Reads the manifest of a native extension, and finds its entry.
 *
 * @param folder absolute path
 * @throws RegistryError `problems-found` where the manifest is broken or names no entry that is there,
 *   `not-runnable` for other kinds and where there is no code
 */
export async function readNativeProject(folder: string): Promise<NativeProject> {
  const read = await readManifest(folder);
  const { manifest, problems } = read;
  if (manifest === null || hasErrors(problems)) throw broken(folder, problems);
  requireRunnable(manifest);
  const { paths, leftOut } = await listFolder(folder);
  const links = leftOut.filter(({ reason }) => reason === 'link').map(({ path }) => path);
  const plan = planBundles(manifest, { paths, links });
  if (hasErrors(plan.problems)) throw broken(folder, [...problems, ...plan.problems]);
  const main = manifest.entryFiles.find(({ pointer }) => pointer === '/main');
  const source = plan.bundles.find(({ pointer }) => pointer === '/main');
  const entry = source?.entry ?? main?.path ?? '';
  return { folder, read, manifest, entry, plan, commands: readCommands(manifest), problems };
}

function broken(folder: string, problems: readonly Problem[]): RegistryError {
  return new RegistryError('problems-found', `${folder} can't be run by its package.json`, {
    hint: 'Mend it, then try again; orchestra ext check tells all at once.',
    problems,
  });
}

function requireRunnable({ compat, entryFiles }: Manifest): void {
  if (compat !== 'native') {
    const kind = compat === 'vscode' ? 'VS Code' : 'Raycast';
    throw new RegistryError('not-runnable', `An extension for ${kind} can't be run here yet`, {
      hint: 'Bundle it with orchestra ext build, check it with orchestra ext check, and try it in the app.',
    });
  }
  if (entryFiles.some(({ pointer }) => pointer === '/main')) return;
  throw new RegistryError('not-runnable', 'This extension has no code to run', {
    hint: 'Name its entry as "main" in package.json, e.g. "main": "src/main.ts".',
  });
}

function readCommands({ raw }: Manifest): ContributedCommand[] {
  const contributes = isRecord(raw['contributes']) ? raw['contributes'] : {};
  const commands: unknown = contributes['commands'];
  return (Array.isArray(commands) ? commands : []).flatMap((one: unknown) => {
    if (!isRecord(one) || typeof one['command'] !== 'string') return [];
    const title = typeof one['title'] === 'string' ? one['title'] : one['command'];
    return [{ id: one['command'], title }];
  });
}
