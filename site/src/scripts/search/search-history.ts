import { formatSearchQuery, type SearchQuery } from '@orchestra/search';

/** How far somebody came in the results. */
export interface HistoryPlace {
  /** How many results were shown. */
  limit?: number;
  scrollY?: number;
}

/** Who pauses for so long while typing has said something that they may want to come back to. */
const pauseMs = 1200;

let typedAt = 0;

/** Makes the address say a query that is being typed: one step back goes to before it was begun. */
export function noteTyping(query: SearchQuery): void {
  const paused = Date.now() - typedAt > pauseMs;
  typedAt = Date.now();
  if (paused) noteStep(query);
  else history.replaceState(null, '', addressOf(query));
}

/** Makes the address say a query that somebody chose: one step back goes to the one before. */
export function noteStep(query: SearchQuery): void {
  if (addressOf(query) === location.pathname + location.search) return;
  notePlace({ ...readPlace(), scrollY });
  history.pushState(null, '', addressOf(query));
}

/** Keeps how far somebody came, for when they come back. */
export function notePlace(place: HistoryPlace): void {
  history.replaceState(place, '');
}

/** How far somebody had come when they left; nowhere in a new place. */
export function readPlace(): HistoryPlace {
  // only this module writes it
  const state: HistoryPlace | null = history.state;
  return state ?? {};
}

function addressOf(query: SearchQuery): string {
  return location.pathname + formatSearchQuery(query);
}
