import { appendFile } from 'node:fs/promises';
import type { Settings } from './read-settings.ts';

/** What a job leaves to the next ones, and to people. */
export interface JobResult {
  /** Words and numbers alone: they go through expressions of workflows. */
  outputs: Record<string, string | number | boolean>;
  /** Markdown in which what strangers wrote is quoted. */
  summary: string;
  /** What the process ends with; 1 where a person must mend something, 2 after a bug. */
  exitCode: 0 | 1 | 2;
}

/** Writes the outputs and the summary of a job. */
export async function writeOutputs(
  { outputs, summary }: JobResult,
  { outputFile, summaryFile }: Pick<Settings, 'outputFile' | 'summaryFile'>,
): Promise<void> {
  const lines = Object.entries(outputs).map(([name, value]) => {
    if (!/^[\w.-]*$/.test(String(value))) throw new Error(`${name} is no word: ${value}`);
    return `${name}=${value}\n`;
  });
  if (outputFile !== undefined) await appendFile(outputFile, lines.join(''));
  if (summaryFile !== undefined) await appendFile(summaryFile, summary);
}
