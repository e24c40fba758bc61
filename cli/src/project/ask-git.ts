import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Context } from '../context.ts';

/**
 * Asks git about a folder and returns what it printed, without the spaces around it. Null where it printed
 * nothing, failed within ten seconds, or isn't installed.
 */
export async function askGit(
  args: readonly string[],
  { cwd, env }: Pick<Context, 'cwd' | 'env'>,
): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', [...args], { cwd, env, timeout: 10_000 });
    return stdout.trim() === '' ? null : stdout.trim();
  } catch {
    return null;
  }
}
