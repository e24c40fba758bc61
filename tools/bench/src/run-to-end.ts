import { type RunOptions, runProcess } from '@orchestra/testkit';

/** Runs a program that must succeed. */
export async function run(command: readonly string[], options: RunOptions = {}): Promise<void> {
  const { exitCode, stdout, stderr } = await runProcess(command, options);
  if (exitCode !== 0)
    throw new Error(`${command.join(' ')} ended with ${exitCode}\n${stdout}${stderr}`);
}
