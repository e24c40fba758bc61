import { bundleEngine, startFirstEngine } from '@orchestra/sandbox/programs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Row } from '../row.ts';
import { runToEnd } from '../run-to-end.ts';
import { placeSample, sampleEntry } from '../sandbox/place-sample.ts';
import { type RunningDev, startDev } from '../sandbox/start-dev.ts';
import { median, takeTurns } from '../take-turns.ts';

/** Measures the time until an extension runs and its commands are shown. */
export const devStart: Row = {
  name: 'dev-start',
  ours: 'orchestra ext dev until the commands of git-lens are shown',
  over: "orchestra ext --version and esbuild's build of the same",
  aim: 2,
  async measure({ cli, folder, say }) {
    const placed = await placeSample('git-lens', folder);
    const esbuild = join(
      dirname(createRequire(import.meta.url).resolve('esbuild')),
      '../bin/esbuild',
    );
    const build = ['--bundle', '--format=esm', '--external:@orchestra/api', '--outfile=out.js'];
    const running: { dev?: RunningDev } = {};
    try {
      const measured = await takeTurns(
        {
          async ours() {
            running.dev = startDev(cli, placed);
            await running.dev.ready();
          },
          between: async () => running.dev?.stop(),
          async over() {
            await runToEnd([process.execPath, cli, 'ext', '--version']);
            await runToEnd([esbuild, sampleEntry, ...build], { cwd: placed });
          },
        },
        { rounds: 12, onRound: (round) => say(`dev ${round}`) },
      );
      const engineMs = await timeEngine(join(folder, 'engine'));
      return {
        ...measured,
        notes: [`its engine alone, until it listens: ${engineMs.toFixed(0)} ms`],
      };
    } finally {
      await running.dev?.stop();
    }
  },
};

/** What no start can do without: an engine behind its wall. @returns the median of twelve, in milliseconds */
async function timeEngine(cache: string): Promise<number> {
  const files = await bundleEngine(cache);
  const times: number[] = [];
  for (let round = 0; round < 12; round++) {
    const begun = performance.now();
    using _first = await startFirstEngine(files);
    times.push(performance.now() - begun);
  }
  return median(times);
}
