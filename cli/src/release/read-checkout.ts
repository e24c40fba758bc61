import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What git knows of a folder; null where it isn't in a repository, or has none. */
export interface Checkout {
  /** Where `origin` is, as it is written. */
  origin: string | null;
  /** The commit that is checked out. */
  head: string | null;
}

/** Asks git about a folder. Without git, nothing is known. */
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
