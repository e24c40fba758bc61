import { listFolder, readManifest, type ReadManifest } from '@orchestra/packaging/node';
import type { CommandContext } from '../command.ts';
import { writeSupport } from '../project/write-support.ts';
import type { Bundle } from './plan-bundles.ts';
import { readBuildPlan } from './read-build-plan.ts';
import { type Built, runBuild } from './run-build.ts';

/** The result of a build: the manifest, and its bundles. */
export interface BuiltProject extends Built {
  /** The manifest, read once for the build and the steps after it. */
  read: ReadManifest;
  /** Empty where the manifest names no source files. */
  bundles: Bundle[];
}

/**
 * Builds the extension in the current folder, where its manifest names source files. First writes the types
 * and schema that the project's settings refer to.
 *
 * @throws RegistryError `file-unreadable`, `file-unwritable`, `bundler-failed`
 */
export async function buildProject({ cwd }: Pick<CommandContext, 'cwd'>): Promise<BuiltProject> {
  const read = await readManifest(cwd);
  const { manifest, problems } = read;
  if (manifest === null) return { read, bundles: [], files: [], removed: [], problems };
  const { paths, leftOut } = await listFolder(cwd);
  const links = leftOut.filter(({ reason }) => reason === 'link').map(({ path }) => path);
  const plan = await readBuildPlan(manifest, { folder: cwd, paths, links });
  await writeSupport(cwd, { hasSources: plan.bundles.length > 0 });
  const built = await runBuild(plan, { folder: cwd, paths });
  return { ...built, read, bundles: plan.bundles };
}
