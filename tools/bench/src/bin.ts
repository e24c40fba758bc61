import { styleFor } from '@orchestra/terminal';
import { makeFolder } from '@orchestra/testkit';
import { fileURLToPath } from 'node:url';
import { openCorpus } from './corpus/open-corpus.ts';
import { type MirroredCorpus, mirrorCorpus } from './database/mirror-corpus.ts';
import { type BenchServer, startBenchServer } from './database/start-bench-server.ts';
import { type Measured, renderMeasured } from './render-measured.ts';
import { readCommand } from './read-command.ts';
import { runToEnd } from './run-to-end.ts';
import { buildBenchSite, type BuiltSite } from './site/built-site.ts';

const { corpus: file, json, wanted } = readCommand();

const root = fileURLToPath(new URL('../../../', import.meta.url));
const style = styleFor(process.stdout, { env: process.env, colour: true });
const shown = process.stderr.isTTY;
const say = (text: string) => shown && process.stderr.write(`\r\u001B[K${style.dim(text)}`);
const corpus = await openCorpus(file);
await using shared = new AsyncDisposableStack();
let started: Promise<BenchServer> | null = null;
const server = () => (started ??= startBenchServer().then((opened) => shared.use(opened)));
let mirroring: Promise<MirroredCorpus> | null = null;
const mirrored = () => (mirroring ??= mirrorShared());
let building: Promise<BuiltSite> | null = null;
const builtSite = () => (building ??= buildShared());
const report: Measured[] = [];

await runToEnd([process.execPath, 'cli/scripts/build.ts'], { cwd: root });
for (const row of wanted) {
  await using folder = await makeFolder();
  const {
    ours,
    over,
    notes = [],
  } = await row.measure({
    folder: folder.path,
    cli: fileURLToPath(new URL('cli/dist/orchestra.js', `file://${root}`)),
    say,
    corpus,
    server,
    mirrored,
    builtSite,
  });
  say('');
  const { measure: _measure, unit = 'ms', ...what } = row;
  const measured = { ...what, unit, measured: { ours, over }, ratio: ours / over, notes };
  report.push(measured);
  if (!json) process.stdout.write(renderMeasured(measured, style));
}

async function buildShared(): Promise<BuiltSite> {
  say('building a site of 10,000 extensions');
  const { path } = shared.use(await makeFolder());
  return buildBenchSite(await corpus(10_000), { folder: path });
}

async function mirrorShared(): Promise<MirroredCorpus> {
  say('mirroring 50,000 entries');
  const { path } = shared.use(await makeFolder());
  const where = { folder: path, server: await server() };
  return shared.use(await mirrorCorpus(await corpus(50_000), where));
}

if (json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
