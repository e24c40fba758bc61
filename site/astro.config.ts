import { defineConfig } from 'astro/config';
import { join } from 'node:path';
import { readConfig } from './src/read-config.ts';

const { url, outDirectory, cacheDirectory } = readConfig(process.env);

export default defineConfig({
  site: url,
  base: new URL(url).pathname,
  outDir: outDirectory,
  // each build has its own, so that several registries can be built from one checkout at once
  cacheDir: join(cacheDirectory, 'astro'),
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  vite: {
    cacheDir: join(cacheDirectory, 'vite'),
    // the pages are rendered by code in the output folder, which has no node_modules above it
    environments: { prerender: { resolve: { noExternal: true } } },
    // the site's content security policy lets no inline script run
    build: { assetsInlineLimit: 0 },
  },
});
