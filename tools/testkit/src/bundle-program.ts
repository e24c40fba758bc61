import { build } from 'esbuild';
import { copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeOnce } from './make-once.ts';

const tools = fileURLToPath(new URL('../../', import.meta.url));
const workers = {
  'analysis-worker': join(tools, 'code-analysis/src/worker/analysis-worker.ts'),
  'textmate-worker': join(tools, 'textmate/src/worker/textmate-worker.ts'),
};

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
      // what reads the files of packages is started by its name, beside the folder of the parts
      entryPoints: { 'parts/program': source, ...workers },
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
    const { resolve } = createRequire(join(tools, 'textmate/package.json'));
    await copyFile(resolve('vscode-oniguruma/release/onig.wasm'), join(outdir, 'onig.wasm'));
  });
  return join(folder, 'parts/program.js');
}
