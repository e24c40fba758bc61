import { fileURLToPath } from 'node:url';
import type { CompiledTemplates } from './compile-templates.ts';
import { runNode } from './run-node.ts';

const script = fileURLToPath(new URL('./render-pages-child.ts', import.meta.url));

/** Where the pages to render get their data, and where they go. */
export interface RenderOptions {
  /** URL of the site, without a final slash. */
  site: string;
  /** Folder with the data of the pages; see `build/page-data/write-page-data.ts`. */
  data: string;
  /** Folder for the rendered pages. */
  out: string;
}

/**
 * Renders pages in a separate process: those given, and those that exist once.
 *
 * @param paths paths of the files of pages in the site, such as `tags/c#/index.html`
 * @throws RegistryError `site-build-failed` where a page has no template or fails
 */
export async function renderPages(
  { entry, compiled }: CompiledTemplates,
  paths: readonly string[],
  { site, data, out }: RenderOptions,
): Promise<void> {
  await runNode([script, entry, out], {
    cwd: out,
    env: {
      ORCHESTRA_SITE_URL: site,
      ORCHESTRA_SITE_DATA: data,
      NODE_COMPILE_CACHE: compiled,
    },
    input: paths.join('\n'),
  });
}
