import { listFolder, readManifest, type ReadManifest } from '@orchestra/packaging/node';
import type { CommandContext } from '../command.ts';
import { writeSupport } from '../project/write-support.ts';
import { type Bundle, planBundles } from './plan-bundles.ts';
import { type Built, runBuild } from './run-build.ts';

/** What was built of the extension in a folder. */
export interface BuiltProject extends Built {
  /** Its manifest, as it was read once for the build and whatever comes after it. */
  read: ReadManifest;
  /** Empty where the manifest names no source. */
  bundles: Bundle[];
}

/**
 * Builds the extension whose folder the command runs in, where its manifest names source files. Types and
 * schema that the project's settings lead to are put in their place first.
 *
 * @throws RegistryError `file-unreadable`, `file-unwritable`, `bundler-failed`
 */
export async function buildProject({ cwd }: Pick<CommandContext, 'cwd'>): Promise<BuiltProject> {
  const read = await readManifest(cwd);
  const { manifest, problems } = read;
  if (manifest === null) return { read, bundles: [], files: [], removed: [], problems };
  const { paths, leftOut } = await listFolder(cwd);
  const links = leftOut.filter(({ reason }) => reason === 'link').map(({ path }) => path);
  const plan = planBundles(manifest, { paths, links });
  await writeSupport(cwd, { hasSources: plan.bundles.length > 0 });
  const built = await runBuild(plan, { folder: cwd, paths });
  return { ...built, read, bundles: plan.bundles };
}
