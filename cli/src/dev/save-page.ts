import type { WebviewView } from '@orchestra/sandbox';
import { supportFolder } from '../project/support-files.ts';
import { writeWithin } from '../project/write-within.ts';

/** In a browser, a page of an extension may run nothing and load nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/**
 * Writes a page that an extension shows to a file, which shows how it looks in any browser.
 *
 * @param folder absolute path of the extension
 * @returns where it was written, below that folder
 * @throws RegistryError `file-unwritable`
 */
export async function savePage(
  folder: string,
  { id, html }: Pick<WebviewView, 'id' | 'html'>,
): Promise<string> {
  const name = id.replace(/[^a-z\d]+/gi, '-').slice(0, 60);
  const path = `${supportFolder}/dev/webviews/page-${name}.html`;
  const head = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`;
  await writeWithin(folder, { path, content: `${head}\n${html}` });
  return path;
}
