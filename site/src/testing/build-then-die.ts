import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

// Builds the site of some entries, of which some changed since the build before, and is killed before the given
// one of the steps that put a file in place.
// Run as: node build-then-die.ts ENTRIES CHANGED OUT WORK STEP
const [entries = '', changed = '', outDirectory = '', workDirectory = '', last = ''] =
  process.argv.slice(2);
let steps = 0;
const rename = fs.rename;
fs.rename = async (...paths) => {
  steps += 1;
  if (steps === Number(last)) process.kill(process.pid, 'SIGKILL');
  return rename(...paths);
};
syncBuiltinESMExports();

const { buildSite } = await import('../build/build-site.ts');
const { makeSource } = await import('./make-source.ts');
const source = makeSource(JSON.parse(await fs.readFile(entries, 'utf8')));
const changedSince = async () => changed.split(',');
await buildSite({ ...source, changedSince }, { outDirectory, workDirectory });
process.stdout.write(`${steps}\n`);
