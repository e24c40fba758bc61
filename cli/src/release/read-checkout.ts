import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The git remote and commit of a folder; null where it isn't in a repository, or has none. */
export interface Checkout {
  /** URL of `origin`, as written. */
  origin: string | null;
  /** The checked-out commit. */
  head: string | null;
}

/** Asks git about a folder; all is null where git isn't installed. */
export async function readCheckout(folder: string): Promise<Checkout> {
  const [origin, head] = await Promise.all([
    ask(['remote', 'get-url', 'origin'], folder),
    ask(['rev-parse', '--verify', 'HEAD^{commit}'], folder),
  ]);
  return { origin, head };
}

async function ask(args: readonly string[], cwd: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', [...args], { cwd, timeout: 10_000 });
    return stdout.trim() === '' ? null : stdout.trim();
  } catch {
    return null;
  }
}
