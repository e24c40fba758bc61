import { formatSearchQuery, type SearchQuery } from '@orchestra/search';

/** A position in the results, kept in the browser's history. */
export interface HistoryPlace {
  /** Number of results that were shown. */
  limit?: number;
  scrollY?: number;
}

/** Milliseconds without typing after which a query gets an entry of its own in the history. */
const pauseMs = 1200;

let typedAt = 0;

/** Shows a query in the address while it is typed; one step back leads to before typing. */
export function noteTyping(query: SearchQuery): void {
  const paused = Date.now() - typedAt > pauseMs;
  typedAt = Date.now();
  if (paused) noteStep(query);
  else history.replaceState(null, '', addressOf(query));
}

/** Shows a chosen query in the address; one step back leads to the one before. */
export function noteStep(query: SearchQuery): void {
  if (addressOf(query) === location.pathname + location.search) return;
  notePlace({ ...readPlace(), scrollY });
  history.pushState(null, '', addressOf(query));
}

/** Stores the position in the results, for a return to this page. */
export function notePlace(place: HistoryPlace): void {
  history.replaceState(place, '');
}

/** Reads the stored position in the results; empty for a new page. */
export function readPlace(): HistoryPlace {
  // the type is known, because only this module writes it
  const state: HistoryPlace | null = history.state;
  return state ?? {};
}

function addressOf(query: SearchQuery): string {
  return location.pathname + formatSearchQuery(query);
}
