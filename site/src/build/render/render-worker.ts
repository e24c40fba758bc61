import { parentPort } from 'node:worker_threads';
import type { DocContext } from './doc-context.ts';
import { renderMarkdown } from './render-markdown.ts';

/** A request to the render worker. */
export interface RenderRequest {
  text: string;
  context: DocContext;
}

/** The rendered HTML; null where the text can't be rendered. */
export interface RenderAnswer {
  html: string | null;
}

parentPort?.on('message', ({ text, context }: RenderRequest) => {
  void renderMarkdown(text, context)
    .catch(() => null)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    .then((html) => parentPort?.postMessage({ html } satisfies RenderAnswer));
});
