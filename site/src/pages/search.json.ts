import { toSearchRow } from '@orchestra/core';
import type { APIRoute } from 'astro';
import { loadCards } from '../load-data.ts';

/** What the search page searches: a row for each live extension. */
export const GET: APIRoute = async () => {
  const cards = await loadCards();
  const rows = cards.map((card) =>
    toSearchRow({
      ...card,
      publishers: card.publishers.map(({ login }) => login),
      updatedAt: Date.parse(card.updatedAt),
    }),
  );
  return Response.json(rows);
};
