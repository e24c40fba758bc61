import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from '../row.ts';
import { makeBareSite } from '../site/build-bare-site.ts';

/** Measures the cost of building a whole site. */
export const siteFull: Row = {
  name: 'site-full',
  ours: 'building a site of 10,000 extensions from nothing',
  over: 'Astro rendering as many pages of the same text and nothing else',
  aim: 6,
  async measure({ folder, builtSite, say }) {
    const site = await builtSite();
    say('building as many bare pages');
    const [{ name } = { name: '' }] = site.records;
    const page = await readFile(join(site.outDirectory, 'extensions', name, 'index.html'), 'utf8');
    const html = /<div class="prose">([\s\S]*?)<\/div>/.exec(page)?.[1] ?? '';
    if (html === '') throw new Error(`The page of ${name} has no text`);
    const build = await makeBareSite(folder, { pages: site.records.length, html });
    const begun = performance.now();
    await build();
    const over = performance.now() - begun;
    const steps = Object.entries(site.took).map(([step, ms]) => `${step} ${seconds(ms)}`);
    return {
      ours: site.ms,
      over,
      notes: [steps.join(', '), `at most ${site.memory.toFixed(0)} MiB in all processes`],
    };
  },
};

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
