import { type AstroIntegration } from 'astro';
import { defineConfig } from 'astro/config';
import { join } from 'node:path';
import { readConfig } from './src/read-config.ts';

const { base, outDirectory, cacheDirectory } = readConfig();

/** Compiles templates to a module that renders a page when asked; see `src/build/astro`. */
const templates: AstroIntegration = {
  name: 'templates',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'templates',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./src/build/astro/entry.ts', import.meta.url),
        supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
      }),
  },
};

export default defineConfig({
  // pages are rendered for a site whose URL is known then; see `src/addresses/absolute-url.ts`
  base: base === '' ? '/' : base,
  output: 'server',
  adapter: templates,
  outDir: outDirectory,
  cacheDir: join(cacheDirectory, 'astro'),
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  vite: {
    cacheDir: join(cacheDirectory, 'vite'),
    // the compiled templates lie in a folder that has no node_modules above it
    environments: { ssr: { resolve: { noExternal: true } } },
    // the site's content security policy lets no inline script run
    build: { assetsInlineLimit: 0 },
  },
});
