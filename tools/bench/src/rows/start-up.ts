import type { Row } from '../row.ts';
import { runToEnd } from '../run-to-end.ts';
import { takeTurns } from '../take-turns.ts';

/** Measures the time until a command starts its work. */
export const startUp: Row = {
  name: 'start-up',
  ours: 'orchestra ext --version',
  over: 'node -e 0',
  aim: 1.8,
  async measure({ cli, say }) {
    return await takeTurns(
      {
        ours: () => runToEnd([process.execPath, cli, 'ext', '--version']),
        over: () => runToEnd([process.execPath, '-e', '0']),
      },
      { rounds: 40, onRound: (round) => say(`start ${round}`) },
    );
  },
};
