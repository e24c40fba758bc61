import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { basePath } from '../../addresses/base-path.ts';
import { readConfig } from '../../read-config.ts';
import type { app as App } from './entry.ts';

// Renders pages with compiled templates. Run as: node render-pages-child.ts ENTRY OUT
// The paths of the pages' files are read from the standard input, one a line.
const [entry = '', out = ''] = process.argv.slice(2);
const { app }: { app: typeof App } = await import(pathToFileURL(entry).href);
const { url } = readConfig();
const given = (await text(process.stdin)).split('\n').filter((path) => path !== '');

for (const path of [...singlePaths(), ...given]) {
  const response = await app.render(new Request(addressOf(path)));
  const expected = path === '404.html' ? 404 : 200;
  if (response.status === 404 && expected !== 404) {
    throw new Error(`No template renders ${path}: add src/pages/<kind>/[id].astro`);
  }
  if (response.status !== expected) {
    throw new Error(`The page ${path} could not be rendered; the cause is printed above`);
  }
  const file = join(out, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await response.text());
}

/** Paths of the pages that exist once: templates without parameters. */
function singlePaths(): string[] {
  const pages = app.manifestData.routes.filter(
    ({ type, params, origin }) => type === 'page' && params.length === 0 && origin === 'project',
  );
  return pages.map(({ pathname = '/' }) =>
    pathname === '/404' ? '404.html' : join(pathname, 'index.html').slice(1),
  );
}

/** The address for which a template renders the page of a file: `…/tags/c%23/`. */
function addressOf(path: string): string {
  const folder = path.replace(/(?:index)?\.html$/, '').replace(/\/?$/, '/');
  const encoded = folder.split('/').map(encodeURIComponent).join('/');
  return new URL(`${basePath(url)}${encoded === '/' ? '' : '/'}${encoded}`, url).href;
}
