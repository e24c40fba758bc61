import type { BuildOptions, Plugin } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { bundleNodeModules } from './bundle-node-modules.ts';
import { keepModules } from './keep-bundle.ts';
import { raycastModules, raycastSources } from './module-files.ts';

const folder = fileURLToPath(new URL('../guest/raycast/', import.meta.url));

/** Puts our `node:fs` in the place of that of `@raycast/utils`. */
const giveFiles: Plugin = {
  name: 'give-files',
  setup({ onResolve }) {
    onResolve({ filter: /^node:fs$/ }, ({ importer }) =>
      importer.includes('@raycast') ? { path: `${folder}utils-files.ts` } : undefined,
    );
  },
};

/** How they are bundled: together, so that there is one React. What they import of Node is offered apart. */
export const raycastBundle = {
  entries: Object.fromEntries(
    Object.entries(raycastSources).map(([name, source]) => [name, `${folder}${source}`] as const),
  ),
  options: {
    format: 'esm',
    splitting: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'es2024',
    external: ['orchestra:api'],
    define: { 'process.env.NODE_ENV': '"development"' },
    legalComments: 'none',
    plugins: [giveFiles],
  } satisfies BuildOptions,
};

/**
 * Bundles what the app offers to extensions for Raycast, with the modules of Node, into a folder that is kept: see {@link keepModules}.
 *
 * @returns by the name that code imports, absolute path of a file
 */
export async function bundleRaycast(cache: string): Promise<Record<string, string>> {
  const [node, made] = await Promise.all([
    bundleNodeModules(cache),
    keepModules({ cache, name: 'raycast', ending: '.js', ...raycastBundle }),
  ]);
  return { ...node, ...raycastModules((name) => made[name] ?? '') };
}
