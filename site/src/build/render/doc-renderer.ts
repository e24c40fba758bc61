import { Worker } from 'node:worker_threads';
import type { DocContext } from './doc-context.ts';
import type { RenderAnswer, RenderRequest } from './render-worker.ts';
import { longestRendered, type RenderedDoc, renderPlain } from './rendered-doc.ts';

/**
 * Renders Markdown in a worker with a time limit. If a text crashes or blocks the renderer, its page shows it
 * as plain text, and the build continues.
 */
export class DocRenderer implements AsyncDisposable {
  readonly #deadlineMs: number;
  readonly #compiled: string | undefined;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** @param options.compiled folder in which Node keeps what it compiles of the renderer for later ones */
  constructor(options: { deadlineMs?: number; compiled?: string } = {}) {
    this.#deadlineMs = options.deadlineMs ?? 10_000;
    this.#compiled = options.compiled;
  }

  /** Renders a text; never fails. A text that is too long, too deep or too slow is returned as plain text. */
  render(text: string, context: DocContext): Promise<RenderedDoc> {
    if (text.length > longestRendered) return Promise.resolve(renderPlain(text, 'too-long'));
    const rendered = this.#last.then(async (): Promise<RenderedDoc> => {
      const html = await this.#ask({ text, context });
      return html === null ? renderPlain(text, 'not-rendered') : { html, plain: null };
    });
    this.#last = rendered;
    return rendered;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#last;
    await this.#worker?.terminate();
  }

  async #ask(request: RenderRequest): Promise<string | null> {
    this.#worker ??= startWorker(this.#compiled);
    const worker = this.#worker;
    const answer = Promise.withResolvers<string | null>();
    const onMessage = ({ html }: RenderAnswer) => answer.resolve(html);
    const onEnd = () => answer.resolve(null);
    worker.once('message', onMessage).once('exit', onEnd);
    const timer = setTimeout(() => void worker.terminate(), this.#deadlineMs);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(request);
    const html = await answer.promise;
    clearTimeout(timer);
    worker.off('message', onMessage).off('exit', onEnd);
    // the worker's state is unknown after a failure, so that the next text gets a new one
    if (html === null) {
      this.#worker = null;
      await worker.terminate();
    }
    return html;
  }
}

function startWorker(compiled: string | undefined): Worker {
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
    env: compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled },
    // a stack for a thousand levels: time grows with the square of them, and no README has as many
    resourceLimits: { maxOldGenerationSizeMb: 1024, stackSizeMb: 1 },
  });
  // ignored, because an error ends the worker, and the `exit` event is handled
  worker.on('error', () => {});
  return worker;
}
