import type { Context } from './context.ts';

/**
 * Runs the command line and returns the exit code: 0 done, 1 problems or an expected failure, 2 a bug.
 *
 * @param argv arguments without node and the script
 */
export async function main(argv: readonly string[], context: Context): Promise<0 | 1 | 2> {
  try {
    const { runProgram } = await import('./cli.ts');
    return await runProgram(argv, context);
  } catch (error) {
    const { reportError } = await import('@orchestra/terminal');
    const { env, stdout, stderr } = context;
    return reportError(error, { argv, env, stdout, stderr });
  }
}
