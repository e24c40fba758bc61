import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { HeaviestFirst } from './tools/testkit/setup/heaviest-first.ts';
import { SlowestFiles } from './tools/testkit/setup/slowest-files.ts';

// hundreds of programs are started from the same sources, which are compiled once
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

// the bundler, the embedded database and others are WebAssembly: half of their time went into compiling it once more
const plainWasm = new URL('./tools/testkit/setup/plain-wasm.mjs', import.meta.url).href;
await import(plainWasm);
process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --import=${plainWasm}`;

// the tests of a template are run by the author who starts from it, in `orchestra ext test`
const exclude = ['**/node_modules/**', '**/dist/**', 'cli/templates/**'];
const cli = ['cli/tests/**/*.test.ts', 'tools/{local,rehearse}/tests/**/*.test.ts'];
const site = 'tools/local/tests/site/**/*.test.ts';
const server = [
  'tools/{api,db,sync}/**/*.test.ts',
  'tools/local/src/**/*.test.ts',
  '{tools/*,cli,site}/**/*.server.test.ts',
];

const memory = './tools/testkit/setup/use-memory.ts';
const made = './tools/testkit/setup/keep-made.ts';
const bundle = './tools/testkit/setup/bundle-cli.ts';
const embedded = './tools/testkit/setup/make-embedded.ts';

// a project prepares what its tests need and no more, and only where some of them run
export default defineConfig(({ mode }) => ({
  test: {
    maxWorkers: 3, // also on two cores: tests wait for the programs which they start
    reporters: ['default', new SlowestFiles()],
    isolate: false, // what files import is imported once; a test leaves nothing behind in its process
    sequence: { sequencer: HeaviestFirst },
    // for a machine that does other things as well: what is well takes a tenth of it
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    tags: [
      {
        name: 'soak',
        description: 'Tries some of very many cases: more of them in `npm run soak`.',
        timeout: mode === 'soak' ? 6 * 3_600_000 : 300_000,
      },
    ],
    provide: { soak: mode === 'soak' ? 20 : 1 }, // tools/testkit/src/soak.ts
    projects: [
      {
        // what needs no program prepared: it starts at once
        extends: true,
        test: {
          name: 'pure',
          include: ['{tools/*,cli,site}/**/*.test.ts'],
          exclude: [...exclude, ...cli, ...server],
          globalSetup: [memory, made],
        },
      },
      {
        // what runs the bundled command line, and registries as `npm start` does
        extends: true,
        test: {
          name: 'cli',
          include: cli,
          exclude: [...exclude, site],
          globalSetup: [memory, made, bundle, embedded],
          provide: { databaseKind: 'embedded' },
        },
      },
      {
        // what reads one site with the samples, which is started once
        extends: true,
        test: {
          name: 'site',
          include: [site],
          exclude,
          globalSetup: [memory, embedded, './tools/local/tests/site/setup.ts'],
          retry: 1, // the browser is a program that isn't ours
        },
      },
      {
        // what asks a database, on a PostgreSQL server
        extends: true,
        test: {
          name: 'server',
          include: server,
          exclude,
          globalSetup: [memory, made, embedded, './tools/testkit/setup/start-server.ts'],
          provide: { databaseKind: 'server' },
        },
      },
      {
        // again what asks a database, on an embedded one; but for what a single process can't show
        extends: true,
        test: {
          name: 'embedded',
          include: ['tools/{db,sync,api}/**/*.test.ts'],
          exclude: [
            ...exclude,
            '**/*.server.test.ts',
            // these show what comes before a database, or behind it
            'tools/api/{scripts/**,src/*.test.ts}',
            'tools/api/src/{body,caching,http,openapi,rates,server,statistics}/**',
            'tools/api/src/routes/{publish-extension,change-version-status}-route.test.ts',
          ],
          globalSetup: [memory, made, embedded],
          provide: { databaseKind: 'embedded' },
        },
      },
    ],
  },
}));
