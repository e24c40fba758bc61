import { planSearchData } from '@orchestra/site';
import { parseSearchQuery, SearchData } from '@orchestra/search';
import { gzipSync } from 'node:zlib';
import { corpusCard } from '../corpus/corpus-card.ts';
import type { Row, RowContext } from '../row.ts';

const [few, many] = [3333, 50_000];

/** Measures what a browser fetches before the first answer, as the registry grows. */
export const siteSearchBytes: Row = {
  name: 'site-search-bytes',
  ours: `fetched for the first answer to a word among ${many.toLocaleString('en')} extensions, compressed`,
  over: `the same among ${few.toLocaleString('en')}`,
  aim: 2,
  unit: 'KiB',
  async measure(context) {
    const [ours, over] = [await fetchFirst(many, context), await fetchFirst(few, context)];
    return {
      ours: ours.kib,
      over: over.kib,
      notes: [describe(many, ours), describe(few, over)],
    };
  },
};

interface FirstAnswer {
  kib: number;
  files: number;
  /** Milliseconds from the end of fetching to the answer. */
  ms: number;
  /** Compressed bytes of all search data per extension. */
  each: number;
}

async function fetchFirst(size: number, { corpus, say }: RowContext): Promise<FirstAnswer> {
  say(`search data of ${size} extensions`);
  const records = await corpus(size);
  const made = new Map<string, string>();
  let all = 0;
  for (const file of planSearchData({ cards: records.map(corpusCard) })) {
    const text = String(await file.make());
    made.set(`/${file.path}`, text);
    all += gzipSync(text).length;
  }
  let bytes = 0;
  let files = 0;
  const data = new SearchData(async (path) => {
    const text = made.get(path) ?? '';
    bytes += gzipSync(text).length;
    files += 1;
    return JSON.parse(text);
  });
  const q = records.at(-1)?.displayName.split(' ')[0] ?? '';
  const begun = performance.now();
  const query = { ...parseSearchQuery(''), q };
  for await (const _answer of data.answer(query, { limit: 24 }));
  return { kib: bytes / 1024, files, ms: performance.now() - begun, each: all / size };
}

function describe(size: number, { kib, files, ms, each }: FirstAnswer): string {
  return `${size.toLocaleString('en')}: ${kib.toFixed(0)} KiB in ${files} files, indexed and answered in ${ms.toFixed(0)} ms; all search data ${each.toFixed(0)} bytes an extension`;
}
