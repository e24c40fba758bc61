import { join } from 'node:path';
import type { Row } from '../row.ts';
import { runToEnd } from '../run-to-end.ts';
import { type OnTerminal, runOnTerminal } from '../sandbox/run-on-terminal.ts';
import { takeTurns } from '../take-turns.ts';

/**
 * Measures what React, and the views of a Raycast extension, add to a start. Both end with the first thing that an
 * author can answer; on a terminal, since without one a view is told only once it has come to rest.
 */
export const raycastStart: Row = {
  name: 'raycast-start',
  ours: 'orchestra ext dev --run until the first view of the Raycast template is on the terminal',
  over: "the same until the native template's first command shows its list",
  aim: 2,
  async measure({ cli, folder, say }) {
    for (const template of ['raycast', 'native']) {
      const init = ['ext', 'init', `tide-${template}`, '--template', template, '--yes'];
      await runToEnd([process.execPath, cli, ...init], { cwd: folder });
    }
    const running: { dev?: OnTerminal } = {};
    const show = async (name: string, command: string, text: string) => {
      running.dev = runOnTerminal(cli, join(folder, name), command);
      await running.dev.shown(text);
    };
    const stop = async () => running.dev?.stop();
    try {
      return await takeTurns(
        {
          before: stop,
          ours: () => show('tide-raycast', 'clocks', 'Honolulu'),
          between: stop,
          over: () => show('tide-native', 'tide-native.copy-date', 'How shall'),
        },
        { rounds: 12, onRound: (round) => say(`Raycast ${round}`) },
      );
    } finally {
      await stop();
    }
  },
};
