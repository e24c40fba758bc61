import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programFolder } from '../program-folder.ts';

type Esbuild = typeof import('esbuild-wasm');

/** Manifests of what needs the native bundler in a clone: seen from the bundled command line, and from its sources. */
const inClone = ['../..', '..'].map((up) => join(programFolder, up, 'tools/sandbox/package.json'));

/** Manifest of the sandbox where this is the command line of a clone, which has its packages; else undefined. */
export const cloneManifest: string | undefined = inClone.find((path) => existsSync(path));

/**
 * Finds the bundler of this command line. In a clone it is the native program that came with its packages; elsewhere
 * WebAssembly of the same version, which runs on any system and takes a second to start. Both make the same of the
 * same code.
 */
export async function findBundler(): Promise<Esbuild> {
  if (cloneManifest === undefined) return import('esbuild-wasm');
  const native: Esbuild = await import(
    pathToFileURL(createRequire(cloneManifest).resolve('esbuild')).href
  );
  return native;
}
