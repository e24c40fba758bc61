import type { CorpusRecord } from './corpus/corpus-record.ts';
import type { MirroredCorpus } from './database/mirror-corpus.ts';
import type { BenchServer } from './database/start-bench-server.ts';
import type { BuiltSite } from './site/built-site.ts';

/**
 * A line of the report: a measurement of this project divided by a baseline or peer, both from the same run.
 */
export interface Row {
  name: string;
  /** Description of what is measured. */
  ours: string;
  /** Description of what it is divided by. */
  over: string;
  /** Target: the highest ratio. */
  aim: number;
  /** Unit of the measurement; milliseconds by default. */
  unit?: 'ms' | 'MiB' | 'KiB';
  /** Measures both in turns. */
  measure(context: RowContext): Promise<Comparison>;
}

/** The result of a measurement. */
export interface Comparison {
  ours: number;
  over: number;
  /** Further observations, one line each. */
  notes?: readonly string[];
}

/** Everything that a measurement can use. */
export interface RowContext {
  /** Empty folder, deleted afterwards. */
  folder: string;
  /** Path of the bundled CLI. */
  cli: string;
  /** Reports the current step. */
  say(text: string): void;
  /** Returns records of the run's corpus, or of a generated one. */
  corpus(size: number): Promise<CorpusRecord[]>;
  /** A PostgreSQL server, shared by the rows. */
  server(): Promise<BenchServer>;
  /** An index of 50,000 extensions in its own database, shared by the rows. */
  mirrored(): Promise<MirroredCorpus>;
  /** A site of 10,000 extensions, built in a separate process and shared by the rows. */
  builtSite(): Promise<BuiltSite>;
}
