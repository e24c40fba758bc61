/**
 * Lists the modules of the libraries that `src/libraries` leaves out: `node scripts/list-library-modules.ts FOLDER…`,
 * each a folder with a `node_modules` in which releases of them are installed. Prints what `known-modules.ts` has.
 */
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findLibraryModules } from '../src/libraries/library-modules.ts';

const packages = [
  'vscode-languageclient',
  'vscode-languageserver',
  'vscode-languageserver-protocol',
  'vscode-jsonrpc',
];

const digests = new Set<string>();
for (const folder of process.argv.slice(2).map((one) => resolve(one))) {
  for (const name of packages) {
    const installed = join(folder, 'node_modules', name);
    if (!existsSync(installed)) continue;
    // those before 7.0 have one entry for all
    const entry = existsSync(join(installed, 'lib/node')) ? `${name}/node` : name;
    for (const format of ['cjs', 'esm'] as const) {
      const { outputFiles } = await build({
        stdin: { contents: `import * as all from '${entry}'; run(all);`, resolveDir: folder },
        bundle: true,
        platform: 'node',
        target: 'node22',
        format,
        external: ['vscode'],
        write: false,
        absWorkingDir: folder,
        logLevel: 'error',
      });
      const text = outputFiles[0]?.text ?? '';
      for (const { digest } of findLibraryModules(text)) digests.add(digest);
    }
  }
}
process.stdout.write(`${[...digests].toSorted().join('\n')}\n`);
