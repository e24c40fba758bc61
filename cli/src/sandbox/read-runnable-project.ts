import { hasErrors, isRecord, type Manifest, type Problem, RegistryError } from '@orchestra/core';
import { listFolder, readManifest, type ReadManifest } from '@orchestra/packaging/node';
import type { ExtensionKind } from '@orchestra/sandbox';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { BundlePlan } from '../build/plan-bundles.ts';
import { readBuildPlan } from '../build/read-build-plan.ts';
import { readRaycast } from './read-raycast.ts';
import { readVscode } from './read-vscode.ts';

/** The folder of an extension, as far as it is needed to run it. */
export interface RunnableProject {
  /** Absolute. */
  folder: string;
  read: ReadManifest;
  manifest: Manifest;
  kind: ExtensionKind;
  /** What `main` stands for, relative to the folder: a source, or built code. */
  entry: string;
  /** The code of the entry, where it is no file; what it imports is relative to the folder. */
  entryCode?: string;
  /** Where its code stands once it is built, where that isn't `entry`. */
  builtFile?: string;
  plan: BundlePlan;
  /** `contributes` of package.json, with what preferences are as settings. */
  contributes: unknown;
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
 * Reads the manifest of an extension, and finds its entry.
 *
 * @param folder absolute path
 * @throws RegistryError `problems-found` where the manifest is broken or names no entry that is there,
 *   `not-runnable` for other kinds and where there is no code
 */
export async function readRunnableProject(folder: string): Promise<RunnableProject> {
  const planned = await readPlannedProject(folder);
  const { manifest, plan } = planned;
  requireRunnable(manifest);
  const fileOf = (wanted: string) =>
    plan.bundles.find(({ pointer }) => pointer === wanted)?.entry ??
    manifest.entryFiles.find(({ pointer }) => pointer === wanted)?.path ??
    '';
  if (manifest.compat === 'raycast') return { ...planned, ...readRaycast(manifest, fileOf) };
  const commands = readCommands(manifest);
  if (manifest.compat === 'vscode') {
    const main = fileOf('/main');
    requireBuilt(folder, main);
    const builtFile = plan.bundles.find(({ pointer }) => pointer === '/main')?.output ?? main;
    return { ...planned, commands, builtFile, ...readVscode(manifest, main) };
  }
  return {
    ...planned,
    kind: 'native',
    entry: fileOf('/main'),
    contributes: manifest.raw['contributes'],
    commands,
  };
}

/**
 * Reads the manifest of an extension, and plans what is built of it.
 *
 * @param folder absolute path
 * @throws RegistryError `problems-found` where the manifest is broken or names no entry that is there
 */
export async function readPlannedProject(
  folder: string,
): Promise<Pick<RunnableProject, 'folder' | 'read' | 'manifest' | 'plan' | 'problems'>> {
  const read = await readManifest(folder);
  const { manifest, problems } = read;
  if (manifest === null || hasErrors(problems)) throw broken(folder, problems);
  const { paths, leftOut } = await listFolder(folder);
  const links = leftOut.filter(({ reason }) => reason === 'link').map(({ path }) => path);
  const plan = await readBuildPlan(manifest, { folder, paths, links });
  if (hasErrors(plan.problems)) throw broken(folder, [...problems, ...plan.problems]);
  return { folder, read, manifest, plan, problems };
}

function broken(folder: string, problems: readonly Problem[]): RegistryError {
  return new RegistryError('problems-found', `${folder} can't be run by its package.json`, {
    hint: 'Mend it, then try again; orchestra ext check tells all at once.',
    problems,
  });
}

function requireRunnable({ compat, entryFiles }: Manifest): void {
  const wanted = compat === 'raycast' ? '/commands/' : '/main';
  if (entryFiles.some(({ pointer }) => pointer.startsWith(wanted))) return;
  throw new RegistryError('not-runnable', 'This extension has no code to run', {
    hint:
      compat === 'raycast'
        ? 'Name its commands in package.json, e.g. "commands": [{ "name": "list", "title": "List", "description": "…", "mode": "view" }].'
        : 'Name its entry as "main" in package.json, e.g. "main": "src/main.ts".',
  });
}

/** What `main` names may be made by a build of the author's own, which hasn't run yet. */
function requireBuilt(folder: string, main: string): void {
  const endings = ['', '.js', '.cjs', '.mjs', '.ts', '/index.js', '/index.cjs', '/index.ts'];
  const isThere = endings.some((ending) =>
    statSync(join(folder, `${main}${ending}`), { throwIfNoEntry: false })?.isFile(),
  );
  if (isThere) return;
  throw new RegistryError(
    'not-runnable',
    `"main" of package.json names ${main}, which isn't there`,
    {
      hint: 'Build the extension first, as by npm run compile; or name its source, e.g. "src/extension.ts".',
    },
  );
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
