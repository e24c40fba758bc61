import type { Context } from '../context.ts';
import { askGit } from '../project/ask-git.ts';

/** The git remote and commit of a folder; null where it isn't in a repository, or has none. */
export interface Checkout {
  /** URL of `origin`, as written. */
  origin: string | null;
  /** The checked-out commit. */
  head: string | null;
}

/** Asks git about the current folder; all is null where git isn't installed. */
export async function readCheckout(context: Pick<Context, 'cwd' | 'env'>): Promise<Checkout> {
  const [origin, head] = await Promise.all([
    askGit(['remote', 'get-url', 'origin'], context),
    askGit(['rev-parse', '--verify', 'HEAD^{commit}'], context),
  ]);
  return { origin, head };
}
