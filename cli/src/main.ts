import type { ExitCode } from './command.ts';
import type { Context } from './context.ts';

/**
 * Runs the command line and returns the exit code: 2 for a bug, else that of the command.
 *
 * @param argv arguments without node and the script
 */
export async function main(argv: readonly string[], context: Context): Promise<ExitCode | 2> {
  try {
    const { runProgram } = await import('./cli.ts');
    return await runProgram(argv, context);
  } catch (error) {
    const { reportError } = await import('@orchestra/terminal');
    const { env, stdout, stderr } = context;
    return reportError(error, { argv, env, stdout, stderr });
  }
}
