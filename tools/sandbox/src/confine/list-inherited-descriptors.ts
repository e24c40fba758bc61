import { readdirSync, readFileSync } from 'node:fs';

/** O_CLOEXEC of Linux, on all its architectures that Node runs on. */
const closeOnExec = 0o2000000;

/**
 * The file descriptors of this process, but the first three, that what it starts would have as well.
 * Node opens none of this kind: they come from what started this process, or from an add-on.
 */
export function listInheritedDescriptors(): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd')
    .map(Number)
    .filter((descriptor) => descriptor > 2 && isInherited(descriptor));
}

function isInherited(descriptor: number): boolean {
  try {
    const info = readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8');
    const flags = /^flags:\s+(\d+)/m.exec(info)?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & closeOnExec) === 0;
  } catch {
    return false; // closed since
  }
}
