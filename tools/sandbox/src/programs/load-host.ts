import type { BuildOptions } from 'esbuild';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keepBundle } from './keep-bundle.ts';

/** How this package is bundled, for Node. */
export const hostBundle = {
  /** Absolute path. */
  entry: fileURLToPath(new URL('../index.ts', import.meta.url)),
  options: {
    platform: 'node',
    target: 'node24',
    format: 'esm',
    splitting: true, // what is imported later is read later
    mainFields: ['module', 'main'],
    external: ['esbuild'],
    // libraries that are still CommonJS call `require` for Node's own modules
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  },
} as const satisfies { entry: string; options: BuildOptions };

/**
 * Loads this package as a bundle: of its nine hundred modules most of the time goes into finding and reading each.
 * Whoever takes something from what is loaded takes all of it there, since classes of two copies differ.
 *
 * @param cache absolute path of a folder within the `node_modules` that esbuild is in; made where it isn't there
 */
export async function loadHost(cache: string): Promise<typeof import('../index.ts')> {
  const path = await keepBundle({ cache, name: 'host', ending: '.mjs', ...hostBundle });
  return import(pathToFileURL(path).href);
}
