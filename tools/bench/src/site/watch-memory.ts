import { readdirSync, readFileSync } from 'node:fs';

const everyMs = 200;
const pageBytes = 4096;

/** Watches the memory of all processes that this one started. */
export interface MemoryWatch extends Disposable {
  /** Peak so far in MiB; 0 where the system doesn't provide it. */
  peak(): number;
}

/** Starts watching; only Linux provides the data, in `/proc`. */
export function watchMemory(): MemoryWatch {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, sumOfChildren())), everyMs);
  return { peak: () => most / 2 ** 20, [Symbol.dispose]: () => clearInterval(timer) };
}

function sumOfChildren(): number {
  const processes = listProcesses();
  const below = new Set([process.pid]);
  let bytes = 0;
  // a process is listed after its parent, unless process ids have started again from low numbers
  for (const { pid, parent, resident } of processes) {
    if (!below.has(parent)) continue;
    below.add(pid);
    bytes += resident;
  }
  return bytes;
}

function listProcesses(): { pid: number; parent: number; resident: number }[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .sort((left, right) => left - right)
      .flatMap(readProcess);
  } catch {
    return [];
  }
}

/** Reads a process; empty for one that has ended meanwhile. */
function readProcess(pid: number): { pid: number; parent: number; resident: number }[] {
  try {
    // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the name may contain anything, and ends
    // with `)`
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [{ pid, parent: Number(fields[1]), resident: Number(fields[21]) * pageBytes }];
  } catch {
    return [];
  }
}
