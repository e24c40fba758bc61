import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlerNames, writeBundles } from './fixtures.ts';
import { bundleSources } from './sources/bundle-sources.ts';

// `npm run bundles`: installs the bundlers into a temporary folder, and has each build every source.
// With names of bundlers, builds with those alone.
const asked = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
try {
  cpSync(join(import.meta.dirname, 'builders'), folder, { recursive: true });
  renameSync(join(folder, 'tools.json'), join(folder, 'package.json'));
  writeFileSync(join(folder, 'sources.json'), JSON.stringify(bundleSources));
  const run = (program: string, given: string[]) =>
    execFileSync(program, given, { cwd: folder, stdio: 'inherit' });
  run('npm', ['install', '--no-audit', '--no-fund']);
  for (const name of bundlerNames) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    run(process.execPath, ['run.mjs', name]);
    writeBundles(name, JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
    console.log(`${name}: built`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
