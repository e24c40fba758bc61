import type { BuildOptions, Plugin } from 'esbuild';
import constants from 'node:constants';
import http from 'node:http';
import { builtinModules } from 'node:module';
import os from 'node:os';
import zlib from 'node:zlib';
import { apiModuleName } from '../bundle/api-module.ts';
import { notOfferedByNode } from '../guest/node/not-offered-members.ts';
import { addNotOffered } from './add-not-offered.ts';
import { keepModules } from './keep-bundle.ts';
import { nodeModuleFiles } from './module-files.ts';
import { sourceOf } from './node-modules.ts';

/** See `guest/node/facts.d.ts`. */
function nodeFacts(): NodeFacts {
  const { signals, errno } = os.constants;
  return {
    zlib: { ...zlib.constants },
    statusCodes: Object.fromEntries(
      Object.entries(http.STATUS_CODES).map(([code, text]) => [code, text ?? '']),
    ),
    methods: http.METHODS,
    signals: { ...signals },
    errorNumbers: { ...errno },
    version: process.version,
    builtinModules: [...builtinModules],
    constants: { ...constants },
  };
}

/** Puts our `process` in the place of the one that the libraries of `@jspm/core` share. */
const shareProcess: Plugin = {
  name: 'share-process',
  setup({ onResolve }) {
    onResolve({ filter: /\/chunk-DEMDiNwt\.js$/ }, () => ({ path: sourceOf('process') }));
  },
};

/** How the modules of Node are bundled: together, since they share classes. */
export const nodeBundle = {
  entries: Object.fromEntries(
    Object.values(nodeModuleFiles((file) => file)).map((file) => [file, sourceOf(file)] as const),
  ),
  options: {
    format: 'esm',
    splitting: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2024',
    legalComments: 'none',
    external: [apiModuleName],
    define: {
      nodeFacts: JSON.stringify(nodeFacts()),
      notOffered: JSON.stringify(notOfferedByNode), // what is kept is made again where it changes
    },
    plugins: [shareProcess, addNotOffered],
  } satisfies BuildOptions,
};

/**
 * Bundles the modules of Node that compatible kinds of extensions are offered, into a folder that is kept.
 *
 * @param cache absolute path of a folder; made where it isn't there
 * @returns by name, absolute path of a file: what `bundleExtension({ modules })` takes
 */
export async function bundleNodeModules(cache: string): Promise<Record<string, string>> {
  const kept = await keepModules({ cache, name: 'node', ending: '.js', ...nodeBundle });
  return nodeModuleFiles((file) => kept[file] ?? '');
}
