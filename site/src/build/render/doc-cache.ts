import { sha256Hex } from '@orchestra/core/node';
import { join } from 'node:path';
import { keepValue, readKept } from '../kept/keep-value.ts';
import type { DocContext } from './doc-context.ts';
import type { DocRenderer } from './doc-renderer.ts';
import { rendererVersion } from './render-markdown.ts';
import { type RenderedDoc, RenderedDocSchema } from './rendered-doc.ts';

/** Where rendered texts are kept, and who renders those that aren't there. */
export interface DocCacheOptions {
  directory: string;
  renderer: DocRenderer;
}

/**
 * Renders a text, unless the same text was rendered in the same surroundings before. A text that had to
 * be shown plain is kept too: a hostile one costs its time once.
 */
export async function renderCached(
  text: string,
  options: DocCacheOptions & { context: DocContext },
): Promise<RenderedDoc> {
  const { context, directory, renderer } = options;
  const key = sha256Hex(JSON.stringify([rendererVersion, context, text]));
  const file = join(directory, key.slice(0, 2), `${key}.json`);
  // the name is a digest of everything that the content follows from
  const known = await readKept(file, RenderedDocSchema);
  if (known !== null) return known.value;
  return keepValue(file, await renderer.render(text, context));
}
