import { build } from 'esbuild';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { makeCode } from '../make-code.ts';
import type { Row, RowContext } from '../row.ts';
import { openBenchSandbox } from '../sandbox/open-bench-sandbox.ts';
import type * as Work from '../sandbox/cpu-work.ts';
import { takeTurns } from '../take-turns.ts';

const source = fileURLToPath(new URL('../sandbox/cpu-work.ts', import.meta.url));

/** Texts, and how often each is worked on in a round. */
const work = {
  tokenizer: { text: makeCode(1, { bytes: 40_000 }), times: 8 },
  markdown: { text: makeMarkdown(40), times: 3 },
  json: { text: makeJson(400), times: 25 },
} satisfies Record<keyof (typeof Work)['cpuWork'], { text: string; times: number }>;

/** Measures what the isolate costs code that computes. */
export const sandboxCpu: Row = {
  name: 'sandbox-cpu',
  ours: 'a tokenizer, Markdown and JSON in the sandbox',
  over: 'the same in plain V8',
  aim: 2,
  async measure({ folder, say }: RowContext) {
    await using opened = await openBenchSandbox({ folder, main, permissions: [] });
    const plain = await loadPlain(folder);
    const measured: { kind: string; ours: number; over: number }[] = [];
    for (const kind of Object.keys(work) as (keyof typeof work)[]) {
      const { text, times } = work[kind];
      const result = plain.doWork(kind, text, times);
      const taken = await takeTurns(
        {
          async ours() {
            const given = await opened.sandbox.runCommand('work', [kind, text, times]);
            if (given !== result) throw new Error(`${kind}: ${String(given)} is not ${result}`);
          },
          over: () => Promise.resolve(plain.doWork(kind, text, times)),
        },
        { rounds: 12, onRound: (round) => say(`${kind} ${round}`) },
      );
      measured.push({ kind, ...taken });
    }
    return {
      ours: measured.reduce((sum, { ours }) => sum + ours, 0),
      over: measured.reduce((sum, { over }) => sum + over, 0),
      notes: measured.map(({ kind, ours, over }) => `${kind}: ${(ours / over).toFixed(2)}`),
    };
  },
};

const main = [
  `import { commands } from "@orchestra/api";`,
  `import { doWork } from ${JSON.stringify(source)};`,
  `export function activate() { commands.register('work', doWork); }`,
].join('\n');

/** The same code, in the isolate of this process. */
async function loadPlain(folder: string): Promise<typeof Work> {
  const outfile = join(folder, 'plain.mjs');
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2024',
    keepNames: true,
  });
  return import(pathToFileURL(outfile).href);
}

function makeMarkdown(sections: number): string {
  return Array.from({ length: sections }, (_, nth) =>
    [
      `## Harbour ${nth}`,
      '',
      `The *tide* at [pier ${nth}](https://tide.example/${nth}) is **high** at \`${nth}:00\`.`,
      '',
      '- one lamp',
      '- two lamps',
      '',
      '> No ship sails at night.',
      '',
    ].join('\n'),
  ).join('\n');
}

function makeJson(count: number): string {
  const entries = Array.from({ length: count }, (_, nth) => ({
    name: `pier-${nth}`,
    depth: nth / 7,
    open: nth % 3 === 0,
    ships: [`ship-${nth}`, null, { crew: nth }],
  }));
  return JSON.stringify(entries);
}
