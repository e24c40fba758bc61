import type { CorpusRecord } from './corpus/corpus-record.ts';
import type { MirroredCorpus } from './database/mirror-corpus.ts';
import type { BenchServer } from './database/start-bench-server.ts';
import type { BuiltSite } from './site/built-site.ts';

/** One line of the report: something of ours over a floor or a peer, measured in the same run. */
export interface Row {
  name: string;
  /** What is measured. */
  ours: string;
  /** What it is divided by. */
  over: string;
  /** The ratio that is aimed at, at most. */
  aim: number;
  /** Of what is measured; milliseconds where nothing is said. */
  unit?: 'ms' | 'MiB' | 'KiB';
  /** Measures both, taking turns. */
  measure(context: RowContext): Promise<Comparison>;
}

/** What was measured. */
export interface Comparison {
  ours: number;
  over: number;
  /** What else was seen, a line each. */
  notes?: readonly string[];
}

/** What a row is measured with. */
export interface RowContext {
  /** An empty folder, removed afterwards. */
  folder: string;
  /** The bundled CLI. */
  cli: string;
  /** Told what is being done. */
  say(text: string): void;
  /** As many records as are asked for, of the corpus that the run was given or of a made one. */
  corpus(size: number): Promise<CorpusRecord[]>;
  /** A real PostgreSQL, which the rows share. */
  server(): Promise<BenchServer>;
  /** An index of 50,000 extensions in a database of it, which the rows share. */
  mirrored(): Promise<MirroredCorpus>;
  /** A site of 10,000 extensions, built in a process of its own, which the rows share. */
  builtSite(): Promise<BuiltSite>;
}
