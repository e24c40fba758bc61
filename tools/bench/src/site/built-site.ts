import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CorpusRecord } from '../corpus/corpus-record.ts';
import { runToEnd } from '../run-to-end.ts';
import { watchMemory } from './watch-memory.ts';

/** A site of generated extensions, and what building all of it took. */
export interface BuiltSite {
  records: CorpusRecord[];
  outDirectory: string;
  workDirectory: string;
  /** Milliseconds, by step. */
  took: Record<string, number>;
  /** Milliseconds, with the start of the process. */
  ms: number;
  /** The most memory that the processes of the build took together, in MiB. */
  memory: number;
}

const program = fileURLToPath(new URL('./build-bench-site.ts', import.meta.url));

/** Builds a site of so many extensions in a process of its own. */
export async function buildBenchSite(
  records: CorpusRecord[],
  { folder }: { folder: string },
): Promise<BuiltSite> {
  await mkdir(folder, { recursive: true });
  const outDirectory = join(folder, 'out');
  const workDirectory = join(folder, 'work');
  const file = join(folder, 'corpus.jsonl');
  await writeFile(file, records.map(toLine).join(''));
  const places = ['--out', outDirectory, '--work', workDirectory];
  const args = ['--size', String(records.length), '--corpus', file, ...places];
  const begun = performance.now();
  using memory = watchMemory();
  const printed = await runToEnd([process.execPath, program, ...args]);
  const ms = performance.now() - begun;
  const took: Record<string, number> = JSON.parse(printed);
  return { records, outDirectory, workDirectory, took, ms, memory: memory.peak() };
}

/** As a corpus holds it. */
function toLine({ name, displayName, description, downloads, updatedAt }: CorpusRecord): string {
  const line = { id: name, name: displayName, description, downloads, updated: updatedAt };
  return `${JSON.stringify(line)}\n`;
}
