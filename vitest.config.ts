import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{tools/*,cli,site}/**/*.test.ts'],
    globalSetup: './vitest.setup.ts',
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } }, // for a machine that does other things as well
  },
});
