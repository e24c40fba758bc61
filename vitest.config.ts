import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    globalSetup: './vitest.setup.ts',
    maxWorkers: 2, // also on two cores: much of the time is that of the programs which tests start
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } }, // for a machine that does other things as well
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['{tools/*,cli,site}/**/*.test.ts'],
          exclude,
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
            // these ask it for tokens alone
            'tools/api/src/{body,rates}/**',
            'tools/api/src/routes/{publish-extension,change-status}.test.ts',
          ],
          provide: { databaseKind: 'embedded' },
        },
      },
    ],
  },
});
