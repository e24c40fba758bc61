import { usesColour } from '@orchestra/core';
import { makeFolder } from '@orchestra/testkit';
import { fileURLToPath } from 'node:url';
import { createColors } from 'picocolors';
import type { Row } from './row.ts';
import { indexCommit } from './rows/index-commit.ts';
import { install } from './rows/install.ts';
import { pack } from './rows/pack.ts';
import { startUp } from './rows/start-up.ts';
import { run } from './run.ts';

const pc = createColors(usesColour(process.stdout, process.env));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
/** All of them, or those named: `npm run bench -- install`. */
const rows: readonly Row[] = [startUp, pack, install, indexCommit].filter(
  ({ name }) => wanted.length === 0 || wanted.includes(name),
);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const json = process.argv.includes('--json');
const shown = process.stderr.isTTY;

/** What was measured, for machines. */
interface Measured {
  name: string;
  ours: string;
  over: string;
  aim: number;
  oursMs: number;
  overMs: number;
  ratio: number;
}

const report: Measured[] = [];
await run([process.execPath, 'cli/scripts/build.ts'], { cwd: root });
for (const row of rows) {
  await using folder = await makeFolder();
  const { ours, over } = await row.measure({
    folder: folder.path,
    cli: fileURLToPath(new URL('cli/dist/orchestra.js', `file://${root}`)),
    say: (text) => shown && process.stderr.write(`\r\u001B[K${pc.dim(text)}`),
  });
  if (shown) process.stderr.write('\r\u001B[K');
  const measured = { ...describe(row), oursMs: ours, overMs: over, ratio: ours / over };
  report.push(measured);
  if (!json) process.stdout.write(render(measured));
}
if (json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);

function describe({ name, ours, over, aim }: Row) {
  return { name, ours, over, aim };
}

function render(measured: Measured): string {
  const { name, ours, over, aim, oursMs, overMs, ratio } = measured;
  const colour = ratio <= aim ? pc.green : pc.yellow;
  const times = `${oursMs.toFixed(1)} ms over ${overMs.toFixed(1)} ms`;
  return `${name.padEnd(14)}${colour(ratio.toFixed(2).padStart(6))}  ${pc.dim(`aim ≤ ${aim}`)}  ${ours}, over ${over} ${pc.dim(`(${times})`)}\n`;
}
