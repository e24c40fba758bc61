import { versionsEach } from '../corpus/corpus-entry.ts';
import { dumpTables, loadTables } from '../database/copy-tables.ts';
import { makeBenchIndex } from '../database/make-bench-index.ts';
import { syncInProcess } from '../database/sync-in-process.ts';
import type { Row } from '../row.ts';
import { takeTurns } from '../take-turns.ts';
import { join } from 'node:path';

const size = 50_000;
const rounds = 2;

/** Measures the cost of mirroring a whole index. */
export const mirror: Row = {
  name: 'mirror',
  ours: `mirroring an index of ${count(size)} extensions with ${count(size * versionsEach)} versions`,
  over: 'COPY of the same rows into the same indexed tables',
  aim: 3,
  async measure({ folder, say, corpus, server: openServer }) {
    const server = await openServer();
    say(`making an index of ${size} entries`);
    const directory = join(folder, 'index.git');
    using _index = await makeBenchIndex(directory, await corpus(size));
    let [mirrored, copied] = [await server.makeDatabase(), ''];
    await syncInProcess(mirrored, { directory });
    const dumped = await dumpTables(mirrored, folder);
    const times = await takeTurns(
      {
        async before() {
          await server.dropDatabase(mirrored);
          if (copied !== '') await server.dropDatabase(copied);
          [mirrored, copied] = [await server.makeDatabase(), await server.makeDatabase()];
        },
        ours: () => syncInProcess(mirrored, { directory }),
        over: () => loadTables(copied, dumped),
      },
      { rounds, onRound: (round) => say(`mirror ${round}`) },
    );
    await server.dropDatabase(mirrored);
    await server.dropDatabase(copied);
    return times;
  },
};

function count(number: number): string {
  return number.toLocaleString('en');
}
