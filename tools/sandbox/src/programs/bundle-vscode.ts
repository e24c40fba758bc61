import type { BuildOptions } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { apiModuleName } from '../bundle/api-module.ts';
import { bundleNodeModules } from './bundle-node-modules.ts';
import { keepModules } from './keep-bundle.ts';
import { vscodeModules } from './module-files.ts';

const sourceOf = (name: string) =>
  fileURLToPath(new URL(`../guest/vscode/${name}.ts`, import.meta.url));

/** How what the app offers to extensions for VS Code is bundled: together, since both know what is open. */
export const vscodeBundle = {
  entries: { api: sourceOf('index'), 'start-extension': sourceOf('context') },
  options: {
    format: 'esm',
    splitting: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2024',
    external: [apiModuleName],
    legalComments: 'none',
  } satisfies BuildOptions,
};

/**
 * Bundles what the app offers to extensions for VS Code, with the modules of Node, into a folder that is kept.
 *
 * @param cache absolute path of a folder; made where it isn't there
 * @returns by the name that code imports, absolute path of a file
 */
export async function bundleVscode(cache: string): Promise<Record<string, string>> {
  const [node, made] = await Promise.all([
    bundleNodeModules(cache),
    keepModules({ cache, name: 'vscode', ending: '.js', ...vscodeBundle }),
  ]);
  return { ...node, ...vscodeModules((name) => made[name] ?? '') };
}
