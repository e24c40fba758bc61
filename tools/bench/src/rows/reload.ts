import { context } from 'esbuild';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from '../row.ts';
import { nativeSamples, placeSample, sampleEntry } from '../sandbox/place-sample.ts';
import { startDev } from '../sandbox/start-dev.ts';
import { median, percentile } from '../take-turns.ts';

const saves = 25;

/** Measures the time from a save until the new build runs. */
export const reload: Row = {
  name: 'reload',
  ours: 'from a save to ready in orchestra ext dev, of the native samples',
  over: "esbuild's own rebuild of the same",
  aim: 3,
  async measure({ cli, folder, say }) {
    const ours: number[] = [];
    const over: number[] = [];
    const notes: string[] = [];
    for (const name of nativeSamples) {
      const placed = await placeSample(name, folder);
      const times = await reloadOften(placed, { cli, onSave: (nth) => say(`${name} ${nth}`) });
      ours.push(...times.ours);
      over.push(...times.over);
    }
    const last = [50, 95].map((percent) => percentile(ours, percent).toFixed(0));
    notes.push(
      `of ${ours.length} saves, half are ready within ${last[0]} ms, 95% within ${last[1]}`,
    );
    return { ours: median(ours), over: median(over), notes };
  },
};

async function reloadOften(
  placed: string,
  { cli, onSave }: { cli: string; onSave: (nth: number) => void },
): Promise<{ ours: number[]; over: number[] }> {
  const entry = join(placed, sampleEntry);
  const code = await readFile(entry, 'utf8');
  const dev = startDev(cli, placed);
  const bundle = await context({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    sourcemap: 'external',
    external: ['@orchestra/api'],
    outfile: 'extension.js',
  });
  const ours: number[] = [];
  const over: number[] = [];
  try {
    await dev.ready();
    await bundle.rebuild();
    for (let nth = 0; nth <= saves; nth += 1) {
      onSave(nth);
      await new Promise((resolve) => setTimeout(resolve, 300)); // the check that follows a build has ended
      // in one step, as editors do
      await writeFile(`${placed}.saved`, `${code}\nexport const save = ${nth};\n`);
      const ready = dev.ready();
      const saved = performance.now();
      await rename(`${placed}.saved`, entry);
      await ready;
      const rebuilt = performance.now();
      await bundle.rebuild();
      if (nth === 0) continue; // the first one warms up
      ours.push(rebuilt - saved);
      over.push(performance.now() - rebuilt);
    }
  } finally {
    await bundle.dispose();
    await dev.stop();
  }
  return { ours, over };
}
