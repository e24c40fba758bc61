import { access } from 'node:fs/promises';

/** True where something is at a path and may be seen. */
export async function pathExists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
