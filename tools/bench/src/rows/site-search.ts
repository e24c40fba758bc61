import { corpusCard } from '../corpus/corpus-card.ts';
import { measureQuality } from '../quality/measure-quality.ts';
import { qualityQueries } from '../quality/quality-queries.ts';
import { miniSearch, ownSearch, plainFuse, publishedItems } from '../quality/search-peers.ts';
import type { Row } from '../row.ts';
import { median, percentile } from '../take-turns.ts';

/** The number of extensions of a typical store, and twice as many. */
const [usual, doubled] = [3333, 6666];
/** Most extensions in one file of the site's search data; larger corpora are added in pieces. */
const pieceSize = 3333;

/** Measures the cost of a keystroke on the search page, and the quality of the results. */
export const siteSearch: Row = {
  name: 'site-search',
  ours: `p95 of a keystroke among ${doubled.toLocaleString('en')} extensions`,
  over: 'p95 of MiniSearch with prefixes and typos',
  aim: 3,
  async measure({ corpus, say }) {
    const records = await corpus(doubled);
    const items = [];
    for (let from = 0; from < records.length; from += pieceSize) {
      const cards = records.slice(from, from + pieceSize).map(corpusCard);
      items.push(...(await publishedItems(cards)));
    }
    const queries = qualityQueries(records.slice(0, usual));
    const keystrokes = queries.flatMap(({ q }) => [...q].map((_, at) => q.slice(0, at + 1)));
    const [own, peer] = [ownSearch(items), miniSearch(items)];
    const times = { own: new Array<number>(), peer: new Array<number>() };
    for (const round of ['warm', 'measured']) {
      for (const [nth, q] of keystrokes.entries()) {
        if (nth % 50 === 0) say(`${round}: keystroke ${nth} of ${keystrokes.length}`);
        const took = { own: time(() => own.search(q)), peer: time(() => peer.search(q)) };
        if (round === 'warm') continue;
        times.own.push(took.own);
        times.peer.push(took.peer);
      }
    }
    say('comparing what is found');
    const few = items.slice(0, usual);
    const peers = [ownSearch(few), plainFuse(few), miniSearch(few)];
    return {
      ours: percentile(times.own, 95),
      over: percentile(times.peer, 95),
      notes: [
        `${keystrokes.length} keystrokes; median ${ms(median(times.own))} over ${ms(median(times.peer))}, p99 ${ms(percentile(times.own, 99))} over ${ms(percentile(times.peer, 99))}`,
        ...measureQuality(peers, queries),
      ],
    };
  },
};

function time(run: () => unknown): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}
