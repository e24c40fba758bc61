import type { Row } from '../row.ts';
import { run } from '../run.ts';
import { takeTurns } from '../take-turns.ts';

/** What a person waits for before anything happens. */
export const startUp: Row = {
  name: 'start-up',
  ours: 'orchestra ext --version',
  over: 'node -e 0',
  aim: 1.8,
  async measure({ cli, say }) {
    return await takeTurns(
      {
        ours: () => run([process.execPath, cli, 'ext', '--version']),
        over: () => run([process.execPath, '-e', '0']),
      },
      { rounds: 40, onRound: (round) => say(`start ${round}`) },
    );
  },
};
