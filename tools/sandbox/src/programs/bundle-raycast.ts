import type { BuildOptions, Plugin } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { bundleNodeModules } from './bundle-node-modules.ts';
import { keepModules } from './keep-bundle.ts';

/** Modules that the app offers to extensions for Raycast: by the name that code imports, name and source of a bundle. */
const modules = {
  react: ['react', 'react/react.ts'],
  'react/jsx-runtime': ['jsx-runtime', 'react/jsx-runtime.ts'],
  'react/jsx-dev-runtime': ['jsx-dev-runtime', 'react/jsx-dev-runtime.ts'],
  '@raycast/api': ['api', 'api-and-utils.ts'],
  '@raycast/utils': ['api', 'api-and-utils.ts'],
  'orchestra:raycast': ['start-commands', 'start-commands.ts'],
} as const;

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
    Object.values(modules).map(([name, source]) => [name, `${folder}${source}`] as const),
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
 * The modules by the name that code imports.
 *
 * @param fileOf gives the absolute path of a bundle by its name
 */
export function raycastModules(fileOf: (name: string) => string): Record<string, string> {
  const entries = Object.entries(modules).map(
    ([module, [name]]) => [module, fileOf(name)] as const,
  );
  return Object.fromEntries(entries);
}

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
