import { sha256Hex } from '@orchestra/core/node';
import { listNativeParts } from '@orchestra/sandbox/native-parts';
import { bundleEngine, nodeBundle, raycastBundle, vscodeBundle } from '@orchestra/sandbox/programs';
import { build } from 'esbuild';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineFileNames, type PinnedParts } from '../src/sandbox/native-parts.ts';

const cache = fileURLToPath(new URL('../../node_modules/.cache/sandbox', import.meta.url));

/** Of the native parts. */
const isolateLicense = createRequire(import.meta.resolve('@orchestra/sandbox')).resolve(
  'isolated-vm/LICENSE',
);

/**
 * Writes what the bundled command line runs extensions with: all but its own side, which is a part of its bundle, and
 * the native parts, of which it knows the digests. Those are of packages that the lock file pins.
 *
 * @param folder absolute path; made
 */
export async function writeEngine(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const [files, parts] = await Promise.all([
    bundleEngine(cache),
    pinParts(),
    ...Object.entries({ node: nodeBundle, raycast: raycastBundle, vscode: vscodeBundle }).map(([name, bundle]) =>
      build({
        ...bundle.options,
        entryPoints: bundle.entries,
        outdir: join(folder, name),
        bundle: true,
        legalComments: 'linked',
      }),
    ),
  ]);
  for (const name of ['engine', 'guest', 'testModule'] as const) {
    await copyFile(files[name], join(folder, engineFileNames[name]));
  }
  await copyFile(isolateLicense, join(folder, 'isolated-vm.LICENSE'));
  await writeFile(join(folder, engineFileNames.parts), `${JSON.stringify(parts, null, 2)}\n`);
}

async function pinParts(): Promise<PinnedParts> {
  const parts = (await listNativeParts()).map(async ({ path, file }) => {
    const content = await readFile(file);
    return [basename(path), { path, sha256: sha256Hex(content), size: content.length }] as const;
  });
  return Object.fromEntries(await Promise.all(parts));
}
