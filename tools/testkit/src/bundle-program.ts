import { build } from 'esbuild';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeOnce } from './make-once.ts';

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
  const folder = await makeOnce(source, async (outdir) => {
    await build({
      // what analyses the code of packages is started by its name, beside the folder of the parts
      entryPoints: { 'parts/program': source, 'analysis-worker': worker },
      outdir,
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
  });
  return join(folder, 'parts/program.js');
}
