import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row } from '../row.ts';
import { openBenchSandbox } from '../sandbox/open-bench-sandbox.ts';
import type * as Client from '../sandbox/server-client.ts';
import { takeTurns } from '../take-turns.ts';

const here = fileURLToPath(new URL('../sandbox/', import.meta.url));
const client = join(here, 'server-client.ts');

/** Measures what it costs to start a language server confined, through the gate. */
export const serverStart: Row = {
  name: 'server-start',
  ours: 'the first diagnostics of a language server that an extension starts',
  over: 'the same server and client, started by hand',
  aim: 1.3,
  async measure({ folder, say }) {
    const server = await bundle(join(here, 'sample-server.ts'), 'cjs');
    const files = { 'dist/server.js': server };
    const options = { folder, main, permissions: [], files, kind: 'vscode' } as const;
    await using opened = await openBenchSandbox(options);
    for (const path of [folder, join(folder, 'extension')]) await chmod(path, 0o755); // it may be nobody's
    const code = `data:text/javascript,${encodeURIComponent(await bundle(client, 'esm'))}`;
    const byHand: typeof Client = await import(code);
    const module = join(folder, 'extension/dist/server.js');
    const taken = await takeTurns(
      {
        before: () => delay(1_500), // as between two saves: then a process waits for the next server
        ours: () => opened.sandbox.runCommand('start'),
        over: () => byHand.awaitDiagnostics(fork, module),
      },
      { rounds: 16, onRound: (round) => say(`server ${round}`) },
    );
    return { ...taken, notes: [`behind ${opened.wall}`] };
  },
};

const main = `import { fork } from 'node:child_process';
import { commands } from 'vscode';
import { awaitDiagnostics } from ${JSON.stringify(client)};
export function activate(context) {
  const module = context.asAbsolutePath('dist/server.js');
  commands.registerCommand('start', async () => { await awaitDiagnostics(fork, module); });
}`;

async function bundle(entry: string, format: 'cjs' | 'esm'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node24',
    format,
  });
  return outputFiles[0]?.text ?? '';
}
