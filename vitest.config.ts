import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/dist/**'];
const site = 'tools/local/tests/site/**/*.test.ts';

export default defineConfig({
  test: {
    globalSetup: './vitest.setup.ts',
    maxWorkers: 2, // also on two cores: much of the time is that of the programs which tests start
    // for a machine that does other things as well: what is well takes a tenth of it
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['{tools/*,cli,site}/**/*.test.ts'],
          exclude: [...exclude, site],
          provide: { databaseKind: 'server' },
        },
      },
      {
        // what reads one site with the samples, which is started once
        extends: true,
        test: {
          name: 'site',
          include: [site],
          exclude,
          globalSetup: './tools/local/tests/site/setup.ts',
          retry: 1, // the browser is a program that isn't ours
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
            'tools/api/src/{body,caching,rates,server,statistics}/**',
            'tools/api/src/routes/{publish-extension,change-status}.test.ts',
          ],
          provide: { databaseKind: 'embedded' },
        },
      },
    ],
  },
});
