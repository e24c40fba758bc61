import type { PartialAnswer, SearchQuery } from '@orchestra/search';
import type { SearchReply, SearchRequest } from './search-messages.ts';

/** Asks the search worker, which is started when it is first needed. */
export class SearchClient {
  private readonly onAnswer: (answer: PartialAnswer | null) => void;
  private worker: Worker | null = null;
  private asked = 0;

  /** @param onAnswer told every answer to the newest question; null where search is not reachable */
  constructor(onAnswer: (answer: PartialAnswer | null) => void) {
    this.onAnswer = onAnswer;
  }

  /** Fetches what every search needs, before anything is asked. */
  warm(): void {
    if (this.worker === null) this.post({ query: null, limit: 0 });
  }

  /** Asks; what was asked before is not answered any more. */
  ask(query: SearchQuery, options: { limit: number }): void {
    this.post({ query, ...options });
  }

  private post(request: Omit<SearchRequest, 'id'>): void {
    this.worker ??= this.start();
    this.asked += 1;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    this.worker.postMessage({ id: this.asked, ...request } satisfies SearchRequest);
  }

  private start(): Worker {
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      if (data.id === this.asked) this.onAnswer(data.answer);
    });
    worker.addEventListener('error', () => this.onAnswer(null));
    return worker;
  }
}
