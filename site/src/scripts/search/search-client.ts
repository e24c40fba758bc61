import type { PartialAnswer, SearchQuery } from '@orchestra/search';
import type { SearchReply, SearchRequest } from './search-messages.ts';

/** Sends queries to the search worker, which is started on first use. */
export class SearchClient {
  private readonly onAnswer: (answer: PartialAnswer | null) => void;
  private worker: Worker | null = null;
  private asked = 0;

  /** @param onAnswer called with every answer to the newest query; null where search data can't be fetched */
  constructor(onAnswer: (answer: PartialAnswer | null) => void) {
    this.onAnswer = onAnswer;
  }

  /** Fetches the data that every search needs, ahead of the first query. */
  warm(): void {
    if (this.worker === null) this.post({ query: null, limit: 0 });
  }

  /** Sends a query; answers to earlier ones are ignored from now on. */
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
