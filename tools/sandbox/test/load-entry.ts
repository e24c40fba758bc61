import { makeFolder } from '@orchestra/testkit';
import * as esbuild from 'esbuild';
import { bundleExtension } from '../src/bundle/bundle-extension.ts';
import type { Sandbox } from '../src/host/sandbox.ts';

/** Bundles files with an entry that is none of them, and loads that in a sandbox. */
export async function loadEntry(
  sandbox: Sandbox,
  of: {
    files: Record<string, string>;
    /** Of the entry; what it imports is relative to the files. */
    code: string;
    modules: Readonly<Record<string, string>>;
  },
): Promise<void> {
  await using folder = await makeFolder(of.files);
  const bundle = await bundleExtension(esbuild, {
    folder: folder.path,
    entry: 'entry.js',
    modules: of.modules,
    external: { './entry.js': of.code },
  });
  try {
    const built = await bundle.build();
    if (!built.ok) throw new Error(JSON.stringify(built.errors));
    await sandbox.load(built.code);
  } finally {
    await bundle.dispose();
  }
}
