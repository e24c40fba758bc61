import { startProcess } from '@orchestra/testkit';
import type { Row } from '../row.ts';
import { openBenchSandbox } from '../sandbox/open-bench-sandbox.ts';
import { takeTurns } from '../take-turns.ts';

const calls = 1_000;

/** Measures a call of the API, through the gate and back, one after another. */
export const call: Row = {
  name: 'call',
  ours: `${calls} calls of clipboard.readText, one after another`,
  over: `${calls} lines to a process that sends them back`,
  aim: 3,
  async measure({ folder, say }) {
    await using opened = await openBenchSandbox({ folder, main, permissions: ['clipboard'] });
    await using echo = startEcho();
    const taken = await takeTurns(
      {
        ours: () => opened.sandbox.runCommand('call', [calls]),
        async over() {
          for (let nth = 0; nth < calls; nth += 1) await echo.send(line);
        },
      },
      { rounds: 12, onRound: (round) => say(`calls ${round}`) },
    );
    const micros = (ms: number) => `${((ms / calls) * 1_000).toFixed(0)} µs`;
    return { ...taken, notes: [`a call takes ${micros(taken.ours)}, over ${micros(taken.over)}`] };
  },
};

const main = `import { clipboard, commands } from "@orchestra/api";
export function activate() {
  commands.register('call', async (count) => {
    for (let nth = 0; nth < count; nth += 1) await clipboard.readText();
  });
}`;

/** As long as a call is. */
const line = `${'x'.repeat(120)}\n`;

function startEcho() {
  const child = startProcess([process.execPath, '-e', 'process.stdin.pipe(process.stdout)']);
  let received: (() => void) | null = null;
  child.stdout.on('data', () => received?.());
  return {
    send(text: string): Promise<void> {
      const answer = new Promise<void>((resolve) => (received = resolve));
      child.stdin.write(text);
      return answer;
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.stdin.end();
      await closed;
    },
  };
}
