import { DatabaseCatalog } from '@orchestra/db';
import { makeConfig } from '@orchestra/testkit';
import autocannon from 'autocannon';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recordStatements, type Statement } from '../database/record-statements.ts';
import type { Comparison, Row, RowContext } from '../row.ts';
import { startServer } from '../servers/start-server.ts';

const connections = 16;
const seconds = 30;

/** Measures what the API adds to the SQL of its most frequent requests. */
export const requests: readonly Row[] = (['list', 'show', 'search'] as const).map((what) => ({
  name: `requests-${what}`,
  ours: `a request of the API (${what}), ${connections} at once for ${seconds} s`,
  over: 'a bare Fastify route that runs the same SQL',
  aim: 1 / 0.7,
  measure: (context) => measureRequests(what, context),
}));

async function measureRequests(
  what: 'list' | 'show' | 'search',
  context: RowContext,
): Promise<Comparison> {
  const corpus = await context.mirrored();
  const recorder = recordStatements(corpus.database);
  const config = makeConfig();
  const catalog = new DatabaseCatalog(recorder, { config: () => config });
  const [first] = corpus.records;
  const name = first?.name ?? '';
  const word = first?.displayName.split(' ')[0] ?? '';
  const paths = {
    list: { path: '/extensions', run: () => catalog.list({}) },
    show: { path: `/extensions/${name}`, run: () => catalog.find(name) },
    search: {
      path: `/extensions?q=${encodeURIComponent(word)}`,
      run: () => catalog.list({ q: word }),
    },
  };
  const { path, run } = paths[what];
  await run();
  const statements: Record<string, Statement[]> = { '/bare': recorder.take() };
  const file = join(context.folder, 'statements.json');
  await writeFile(file, JSON.stringify(statements));

  await using ours = await startServer('serve-api', [corpus.url]);
  await using bare = await startServer('serve-bare', [corpus.url, file]);
  const address = `${ours.origin}/api/v1${path}`;
  context.say(`asking for ${address}`);
  await load(address, 3);
  await load(`${bare.origin}/bare`, 3);
  const half = seconds / 2;
  const rates = { ours: 0, over: 0 };
  for (const _round of [1, 2]) {
    rates.ours += await load(address, half);
    rates.over += await load(`${bare.origin}/bare`, half);
  }
  const persecond = (rate: number) => `${Math.round(rate / 2).toLocaleString('en')} a second`;
  return {
    ours: 2000 / rates.ours,
    over: 2000 / rates.over,
    notes: [`${persecond(rates.ours)} over ${persecond(rates.over)}, no errors`],
  };
}

/** @returns requests per second @throws Error where one failed */
async function load(url: string, duration: number): Promise<number> {
  const result = await autocannon({ url, connections, duration });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${failed} requests of ${url} failed`);
  return result.requests.average;
}
