import { buildSite } from '@orchestra/site';
import { parseArgs } from 'node:util';
import { openCorpus } from '../corpus/open-corpus.ts';
import { benchSource } from './bench-source.ts';

// Builds a site of generated extensions, to be opened with any static server, and prints the time of each
// step. Run as: npx node tools/bench/src/site/build-bench-site.ts --size 10000 --out FOLDER --work FOLDER
// [--corpus FILE]
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    out: { type: 'string', default: 'bench-site' },
    work: { type: 'string', default: 'bench-site-work' },
    corpus: { type: 'string' },
  },
});
const corpus = await openCorpus(values.corpus);
const source = benchSource(await corpus(Number(values.size)), { commit: 'first', changed: null });
const { took } = await buildSite(source, { outDirectory: values.out, workDirectory: values.work });
process.stdout.write(`${JSON.stringify(took)}\n`);
