import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runToEnd } from '../run-to-end.ts';

const astroFolder = dirname(createRequire(import.meta.url).resolve('astro/package.json'));

const config = `import { defineConfig } from 'astro/config';
export default defineConfig({ devToolbar: { enabled: false } });
`;

const page = `---
import { readdir, readFile } from 'node:fs/promises';
export async function getStaticPaths() {
  const names = await readdir('TEXTS');
  return names.map((name) => ({ params: { id: name.replace('.json', '') } }));
}
const { html } = JSON.parse(await readFile('TEXTS/' + Astro.params.id + '.json', 'utf8'));
---
<html lang="en"><head><title>{Astro.params.id}</title></head><body><Fragment set:html={html} /></body></html>
`;

/**
 * Makes a site whose pages only show prepared HTML, as a baseline for the time of Astro itself.
 *
 * @returns builds it, and returns what Astro printed
 */
export async function makeBareSite(
  folder: string,
  { pages, html }: { pages: number; html: string },
): Promise<() => Promise<string>> {
  const texts = join(folder, 'texts');
  await mkdir(join(folder, 'src/pages'), { recursive: true });
  await mkdir(texts, { recursive: true });
  await symlink(dirname(astroFolder), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'astro.config.mjs'), config);
  await writeFile(join(folder, 'src/pages/[id].astro'), page.replaceAll('TEXTS', texts));
  for (let nth = 0; nth < pages; nth += 1)
    await writeFile(join(texts, `page-${nth}.json`), JSON.stringify({ html }));
  const env = { ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  return () =>
    runToEnd([process.execPath, join(astroFolder, 'bin/astro.mjs'), 'build'], { cwd: folder, env });
}
