import type { PartialAnswer, SearchQuery } from '@orchestra/search';

/** What a page asks of its search worker. */
export interface SearchRequest {
  /** Higher for each one. */
  id: number;
  /** Null only makes ready. */
  query: SearchQuery | null;
  /** Of the items that are given. */
  limit: number;
}

/** What the worker answers; more than once where it finds more. */
export interface SearchReply {
  id: number;
  /** Null where nothing could be fetched. */
  answer: PartialAnswer | null;
}
