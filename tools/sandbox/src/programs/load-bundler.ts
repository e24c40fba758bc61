import type { Bundler } from '../bundle/bundle-extension.ts';

/** The native esbuild that this package needs anyway: it rebuilds ten times as fast as its WebAssembly. */
export async function loadBundler(): Promise<Bundler> {
  return import('esbuild');
}
