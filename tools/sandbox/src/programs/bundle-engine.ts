import type { BuildOptions } from 'esbuild';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiModuleName } from '../bundle/api-module.ts';
import { findAddon } from './find-addon.ts';
import { keepBundle } from './keep-bundle.ts';

/** The files of an engine, by absolute path. */
export interface EngineFiles {
  /** The Node that runs it. */
  node: string;
  /** The engine's program. */
  engine: string;
  /** What it runs in an isolate before an extension. */
  guest: string;
  /** What stands for `@orchestra/test`, as one ES module. */
  testModule: string;
  /** The native part of isolated-vm. */
  addon: string;
}

const source = fileURLToPath(new URL('../', import.meta.url));

/**
 * Bundles the engine and what it runs in isolates, into a folder that is kept: see {@link keepBundle}.
 *
 * @param cache absolute path of a folder; made where it isn't there
 */
export async function bundleEngine(cache: string): Promise<EngineFiles> {
  const common = { minify: true, legalComments: 'none' } satisfies BuildOptions;
  const inIsolates = {
    ...common,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2024',
  } satisfies BuildOptions;
  const [engine, guest, testModule] = await Promise.all([
    keepBundle({
      cache,
      name: 'engine',
      ending: '.cjs',
      entry: join(source, 'engine/bin.ts'),
      options: { ...common, platform: 'node', target: 'node24', format: 'cjs' },
    }),
    keepBundle({
      cache,
      name: 'guest',
      ending: '.js',
      entry: join(source, 'guest/bin.ts'),
      options: { ...inIsolates, format: 'iife', banner: { js: '"use strict";' } },
    }),
    keepBundle({
      cache,
      name: 'test-module',
      ending: '.js',
      entry: join(source, 'scripted/guest/test-module.ts'),
      options: {
        ...inIsolates,
        conditions: ['import', 'default'],
        format: 'esm',
        external: [apiModuleName],
      },
    }),
  ]);
  return { node: process.execPath, engine, guest, testModule, addon: findAddon(import.meta.url) };
}
