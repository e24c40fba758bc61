import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '@orchestra/core';
import { findDependencies } from './find-dependencies.ts';
import { type ListedFolder, listFolder } from './list-folder.ts';
import type { PackingRules } from './packing-rules.ts';

/**
 * Lists the files of `node_modules` folders that may go into a package, and enters no folder of which
 * nothing goes in.
 *
 * @param of.folders the folders called node_modules, outside of each other
 * @throws RegistryError `file-unreadable`
 */
export async function listModules(
  directory: string,
  of: { folders: readonly string[]; manifest: Manifest | null; rules: PackingRules },
): Promise<ListedFolder> {
  const listed: ListedFolder = { paths: [], leftOut: [] };
  const waiting = [...of.folders];
  const isPlain = of.rules.modulesAs === 'folder' && !(await isInstalled(directory));
  const take = async (folder: string, skipped?: string) => {
    const below = await listFolder(directory, folder);
    listed.paths.push(...below.paths);
    for (const left of below.leftOut) {
      if (left.reason !== 'node-modules') listed.leftOut.push(left);
      else if (left.path !== skipped) waiting.push(left.path);
    }
  };
  for (const folder of waiting) {
    if (!of.rules.mayTakeBelow(folder)) {
      listed.leftOut.push({ path: folder, reason: 'node-modules' });
    } else if (folder !== 'node_modules' || isPlain) {
      await take(folder);
    } else {
      const { folders, links } = await findDependencies(directory, of.manifest?.raw ?? {});
      const taken = folders.filter(of.rules.mayTakeBelow);
      // what a dependency has in its own node_modules is a dependency itself
      for (const dependency of taken) await take(dependency, `${dependency}/node_modules`);
      const linked = links.filter(of.rules.mayTakeBelow);
      for (const path of linked) listed.leftOut.push({ path, reason: 'link' });
      if (taken.length === 0) listed.leftOut.push({ path: folder, reason: 'node-modules' });
    }
  }
  return listed;
}

/** True where a package manager wrote `node_modules`. */
async function isInstalled(directory: string): Promise<boolean> {
  const notes = ['.package-lock.json', '.yarn-integrity', '.yarn-state.yml', '.modules.yaml'];
  const found = await Promise.all(
    notes.map((name) => stat(join(directory, 'node_modules', name)).catch(() => null)),
  );
  return found.some((each) => each !== null);
}
