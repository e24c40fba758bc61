import { openDatabase } from '@orchestra/db';
import { syncIndex } from '@orchestra/sync';
import { join } from 'node:path';
import { entryFile, makeBenchIndex } from '../database/make-bench-index.ts';
import type { Row, RowContext } from '../row.ts';
import { takeTurns } from '../take-turns.ts';

const [few, many] = [1000, 50_000];

/** Measures how the cost of one publish for the mirror grows with the registry. */
export const syncOne: Row = {
  name: 'sync-one',
  ours: `mirroring one changed entry at ${many.toLocaleString('en')} extensions`,
  over: `the same at ${few.toLocaleString('en')}`,
  aim: 1.3,
  async measure(context) {
    await using large = await mirrorAll(many, context);
    await using small = await mirrorAll(few, context);
    return await takeTurns(
      {
        before: (round) => Promise.all([large.change(round), small.change(round)]),
        ours: () => large.sync(),
        over: () => small.sync(),
      },
      { rounds: 30, onRound: (round) => context.say(`sync ${round}`) },
    );
  },
};

/** Mirrors an index of a size, then changes and mirrors one entry after the other. */
async function mirrorAll(size: number, context: RowContext) {
  context.say(`mirroring ${size} entries`);
  const records = await context.corpus(size);
  await using made = new AsyncDisposableStack();
  const index = made.use(await makeBenchIndex(join(context.folder, `${size}.git`), records));
  const url = await (await context.server()).makeDatabase();
  const database = made.use(await openDatabase({ url, connections: 1 }));
  await syncIndex({ database, index });
  await database.query('vacuum analyze'); // what a server does by itself, sooner or later
  const opened = made.move();
  return {
    async change(round: number) {
      const record = records[round];
      if (record === undefined) throw new Error(`No record ${round}`);
      const description = `${record.description} ${round}`.slice(-200);
      const [path, content] = entryFile({ ...record, description }, round);
      const message = `Change ${record.name}\n`;
      const parent = await index.head();
      await index.commit({ parent, changes: [{ path, content }], message, at: new Date() });
    },
    async sync() {
      const { mirrored } = await syncIndex({ database, index });
      if (mirrored !== 1) throw new Error(`Expected one entry to be mirrored; found ${mirrored}`);
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
