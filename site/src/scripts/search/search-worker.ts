import { SearchData } from '@orchestra/search';
import { pageUrl } from '../../addresses/page-url.ts';
import type { SearchReply, SearchRequest } from './search-messages.ts';

/** Searches in a worker, so that typing is never blocked. */
const data = new SearchData(async (path) => {
  const response = await fetch(pageUrl(path));
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  const rows: unknown = await response.json();
  return rows;
});

/** Number of the newest request; older ones aren't answered. */
let newest = 0;

addEventListener('message', ({ data: request }: MessageEvent<SearchRequest>) => {
  newest = request.id;
  // delayed, so that requests which arrived meanwhile are received first
  setTimeout(() => {
    if (request.id === newest) void answer(request);
  });
});

async function answer({ id, query, limit }: SearchRequest): Promise<void> {
  try {
    if (query === null) return void (await data.open());
    for await (const found of data.answer(query, { limit })) {
      if (id !== newest) return;
      reply({ id, answer: found });
    }
  } catch {
    reply({ id, answer: null });
  }
}

function reply(message: SearchReply): void {
  postMessage(message);
}
