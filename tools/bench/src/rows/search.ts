import { DatabaseCatalog, type Queryable } from '@orchestra/db';
import { makeConfig } from '@orchestra/testkit';
import { makeQueries } from '../corpus/make-queries.ts';
import { explainStatement } from '../database/explain-statement.ts';
import { recordStatements, type Statement } from '../database/record-statements.ts';
import type { Row } from '../row.ts';
import { startServer } from '../servers/start-server.ts';
import { percentile } from '../take-turns.ts';

const count = 200;

/** Measures the cost of a search over HTTP compared with that of the database. */
export const search: Row = {
  name: 'search',
  ours: `p95 of ${count} searches of 50,000 extensions over HTTP, one at a time`,
  over: 'p95 of the SQL that they run',
  aim: 1.3,
  async measure(context) {
    const { database, url, records } = await context.mirrored();
    const queries = makeQueries(records, count);
    const recorder = recordStatements(database);
    const config = makeConfig();
    const catalog = new DatabaseCatalog(recorder, { config: () => config });
    const asked: { path: string; statements: Statement[] }[] = [];
    for (const q of queries) {
      await catalog.list({ q });
      const path = `/api/v1/extensions?${new URLSearchParams({ q }).toString()}`;
      asked.push({ path, statements: recorder.take() });
    }

    await using server = await startServer('serve-api', [url]);
    const times: { ours: number[]; over: number[] } = { ours: [], over: [] };
    for (const round of [0, 1, 2]) {
      context.say(`searching ${count} times, round ${round}`);
      for (const { path, statements } of asked) {
        const ours = await time(() => read(server.origin + path));
        const over = await time(() => runAll(database, statements));
        if (round === 0) continue; // warms up
        times.ours.push(ours);
        times.over.push(over);
      }
    }
    const slowest = times.ours.indexOf(Math.max(...times.ours)) % count;
    return {
      ours: percentile(times.ours, 95),
      over: percentile(times.over, 95),
      notes: [
        `median ${percentile(times.ours, 50).toFixed(1)} ms, p99 ${percentile(times.ours, 99).toFixed(1)} ms`,
        `the slowest query is '${queries[slowest] ?? ''}'; what its SQL goes by:`,
        ...(await explainAll(database, asked[slowest]?.statements ?? [])),
      ],
    };
  },
};

async function read(url: string): Promise<void> {
  const response = await fetch(url);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${text}`);
}

async function runAll(database: Queryable, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) await database.query(text, values);
}

async function explainAll(
  database: Queryable,
  statements: readonly Statement[],
): Promise<string[]> {
  const scans = new Set<string>();
  for (const statement of statements) {
    for (const scan of await explainStatement(database, statement)) scans.add(scan);
  }
  return [...scans].map((scan) => `  ${scan}`);
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}
