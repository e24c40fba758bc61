import { runElsewhere } from './run-elsewhere.ts';
import { runHere, type GitProcessCall, type GitProcessEnd } from './run-here.ts';

/** Bytes of memory from which on a process has git run elsewhere: that takes as long as to start it here. */
const large = 200 * 1024 ** 2;

/**
 * Runs git, for a large process from a small one: to start a program, Linux copies the tables of all memory of
 * whoever starts it, and a server of half a gigabyte does nothing else for 50 ms.
 *
 * @throws Error where git can't be started
 */
export function runGitProcess(call: GitProcessCall): Promise<GitProcessEnd> {
  const copies = process.platform === 'linux' && process.memoryUsage.rss() > large;
  return copies && isSource ? runElsewhere(call) : runHere(call);
}

/** A bundle, which is a program that soon ends, has no file for the small process. */
const isSource = import.meta.url.endsWith('.ts');
