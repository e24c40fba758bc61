import { appendFile } from 'node:fs/promises';
import type { Settings } from './read-settings.ts';

/** The result of a job, for later jobs and for people. */
export interface JobResult {
  /** Only words and numbers, because they are used in workflow expressions. */
  outputs: Record<string, string | number | boolean>;
  /** Markdown in which untrusted text is quoted. */
  summary: string;
  /** Exit code of the process: 1 where a person must act, 2 after a bug. */
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
