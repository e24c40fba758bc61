import type { PartialAnswer, SearchQuery } from '@orchestra/search';

/** A request to the search worker. */
export interface SearchRequest {
  /** Number of the request; increases. */
  id: number;
  /** Null only prepares the data. */
  query: SearchQuery | null;
  /** Most items to return. */
  limit: number;
}

/** An answer of the search worker; a request may get several. */
export interface SearchReply {
  id: number;
  /** Null where the data couldn't be fetched. */
  answer: PartialAnswer | null;
}
