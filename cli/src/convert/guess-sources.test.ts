import { expect, test } from 'vitest';
import { findSource, type SourceHints } from './guess-sources.ts';

const hints = (paths: string[], more: Partial<SourceHints> = {}): SourceHints => ({
  paths: new Set(paths),
  configs: new Map(),
  scripts: [],
  ...more,
});

const tsconfig = (options: object) =>
  `{ // as tsc --init writes it\n "compilerOptions": ${JSON.stringify(options)}, }`;

test.each<[string, string, SourceHints, string | undefined]>([
  ['beside', 'out/extension.js', hints(['src/extension.ts']), 'src/extension.ts'],
  ['without .js', 'out/src/extension', hints(['src/extension.ts']), 'src/extension.ts'],
  [
    'in a client',
    'client/out/extension',
    hints(['client/src/extension.ts']),
    'client/src/extension.ts',
  ],
  ['for the web', 'dist/web/extension.js', hints(['src/web/extension.ts']), 'src/web/extension.ts'],
  ['under another name', 'dist/main.js', hints(['src/extension.ts']), 'src/extension.ts'],
  ['in JavaScript', 'dist/main.js', hints(['src/main.js']), 'src/main.js'],
  [
    'where tsconfig.json says',
    'build/js/run.js',
    hints(['source/run.ts', 'src/extension.ts'], {
      configs: new Map([['tsconfig.json', tsconfig({ outDir: './build/js', rootDir: 'source' })]]),
    }),
    'source/run.ts',
  ],
  [
    'where the bundler says',
    'dist/bundle.js',
    hints(['lib.d.ts', 'client/start.ts'], {
      configs: new Map([['esbuild.mjs', "entryPoints: ['lib.d.ts', './client/start.ts']"]]),
    }),
    'client/start.ts',
  ],
  [
    'where the bundler says, of several the one that is called alike',
    'dist/web/extension-web.js',
    hints(['source/panel/main.ts', 'source/extension/extension.ts'], {
      configs: new Map([
        [
          'webpack.config.js',
          "entry: './source/panel/main.ts' }, { entry: { extension: './source/extension/extension.ts' } }",
        ],
      ]),
    }),
    'source/extension/extension.ts',
  ],
  [
    'where a script says',
    'bundle.js',
    hints(['app/start.ts'], { scripts: ['esbuild ./app/start.ts --bundle'] }),
    'app/start.ts',
  ],
  ['nowhere', 'dist/main.js', hints(['README.md', 'dist/main.js.map']), undefined],
  [
    'out of the folder',
    'out/x.js',
    hints(['x.ts'], {
      configs: new Map([['tsconfig.json', tsconfig({ outDir: 'out', rootDir: '../../etc' })]]),
    }),
    'x.ts',
  ],
])('findSource() finds it %s', (_where, entry, known, expected) => {
  expect(findSource(entry, known)).toBe(expected);
});
