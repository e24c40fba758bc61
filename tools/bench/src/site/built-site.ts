import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CorpusRecord } from '../corpus/corpus-record.ts';
import { runToEnd } from '../run-to-end.ts';
import { watchMemory } from './watch-memory.ts';

/** A site of generated extensions, and the cost of building all of it. */
export interface BuiltSite {
  records: CorpusRecord[];
  outDirectory: string;
  workDirectory: string;
  /** Milliseconds, by step. */
  took: Record<string, number>;
  /** Milliseconds, including the start of the process. */
  ms: number;
  /** Peak memory of all processes of the build together, in MiB. */
  memory: number;
}

const program = fileURLToPath(new URL('./build-bench-site.ts', import.meta.url));

/** Builds a site of a number of extensions in a separate process. */
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

/** Writes a record as a line of a corpus file. */
function toLine({ name, displayName, description, downloads, updatedAt }: CorpusRecord): string {
  const line = { id: name, name: displayName, description, downloads, updated: updatedAt };
  return `${JSON.stringify(line)}\n`;
}
