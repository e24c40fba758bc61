import type { ExtensionKind } from '@orchestra/sandbox';
import { fileURLToPath } from 'node:url';
import type { FoundEngine } from './find-engine.ts';
import { ownEngine } from './own-engine.ts';

const cacheFolder = fileURLToPath(new URL('../../../node_modules/.cache/sandbox', import.meta.url));

/** Makes an engine of the sources of the sandbox. @throws Error where they aren't here, or can't be bundled */
export async function makeEngine(): Promise<FoundEngine> {
  const programs = await import('@orchestra/sandbox/programs');
  const files = await programs.bundleEngine(cacheFolder);
  const owned = ownEngine(programs.startFirstEngine(files));
  try {
    const [sandbox, bundler] = await Promise.all([
      programs.loadHost(cacheFolder),
      programs.loadBundler(),
    ]);
    const modulesFor = async (kind: ExtensionKind) => {
      if (kind === 'native') return undefined;
      return kind === 'raycast'
        ? programs.bundleRaycast(cacheFolder)
        : programs.bundleVscode(cacheFolder);
    };
    return { sandbox, files, bundler, modulesFor, ...owned };
  } catch (error) {
    await owned[Symbol.asyncDispose]();
    throw error;
  }
}
