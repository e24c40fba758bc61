import { type RunOptions, runProcess } from '@orchestra/testkit';

/** Runs a program and waits for its success. @returns its output */
export async function runToEnd(
  command: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { exitCode, stdout, stderr } = await runProcess(command, options);
  if (exitCode === 0) return stdout;
  throw new Error(`${command.join(' ')} ended with ${exitCode}\n${stdout}${stderr}`);
}
