import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { access, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the programs that tests of this run have bundled. */
    bundles: string;
  }
}

const worker = fileURLToPath(
  new URL('../../code-analysis/src/worker/analysis-worker.ts', import.meta.url),
);

/**
 * Bundles a program of this project for tests that start it many times: of its thousand modules most of the time
 * goes into finding and reading each, which takes three times as long as what they do.
 *
 * @param source path of its file
 * @returns path of the bundle, which this run makes once
 */
export async function bundleProgram(source: string): Promise<string> {
  const place = join(inject('bundles'), createHash('sha1').update(source).digest('hex'));
  const program = join(place, 'parts/program.js');
  if (await isThere(place)) return program;
  const making = `${place}.${process.pid}`;
  await build({
    // what analyses the code of packages is started by its name, beside the folder of the parts
    entryPoints: { 'parts/program': source, 'analysis-worker': worker },
    outdir: making,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    chunkNames: 'parts/[name]-[hash]',
    logLevel: 'error',
  });
  await rename(making, place).catch(async (error: unknown) => {
    if (!(await isThere(place))) throw error; // else another worker was faster
    await rm(making, { recursive: true });
  });
  return program;
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
