import { sha256Hex } from '@orchestra/core/node';
import { join } from 'node:path';
import { keepValue, readKept } from '../kept/keep-value.ts';
import type { DocContext } from './doc-context.ts';
import type { DocRenderer } from './doc-renderer.ts';
import { rendererVersion } from './render-markdown.ts';
import { type RenderedDoc, RenderedDocSchema } from './rendered-doc.ts';

/** The folder for rendered texts, and the renderer. */
export interface DocCacheOptions {
  directory: string;
  renderer: DocRenderer;
}

/**
 * Renders a text, unless the same text was rendered in the same context before. A text that could only be
 * shown plain is kept too, so that a hostile one costs time only once.
 */
export async function renderCached(
  text: string,
  options: DocCacheOptions & { context: DocContext },
): Promise<RenderedDoc> {
  const { context, directory, renderer } = options;
  const key = sha256Hex(JSON.stringify([rendererVersion, context, text]));
  const file = join(directory, key.slice(0, 2), `${key}.json`);
  // the file's name is a digest of everything that its content depends on
  const known = await readKept(file, RenderedDocSchema);
  if (known !== null) return known.value;
  return keepValue(file, await renderer.render(text, context));
}
