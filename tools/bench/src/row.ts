/** One line of the report: something of ours over a floor or a peer, measured in the same run. */
export interface Row {
  name: string;
  /** What is measured. */
  ours: string;
  /** What it is divided by. */
  over: string;
  /** The ratio that is aimed at, at most. */
  aim: number;
  /** Measures both, taking turns; median milliseconds. */
  measure(context: RowContext): Promise<{ ours: number; over: number }>;
}

/** What a row is measured with. */
export interface RowContext {
  /** An empty folder, removed afterwards. */
  folder: string;
  /** The bundled CLI. */
  cli: string;
  /** Told what is being done. */
  say(text: string): void;
}
