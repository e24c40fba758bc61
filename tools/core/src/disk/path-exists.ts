import { access } from 'node:fs/promises';

/** True where something exists at a path and this process may see it. */
export async function pathExists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
