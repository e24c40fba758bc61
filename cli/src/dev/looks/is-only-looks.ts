import { isRecord } from '@orchestra/core';
import { readManifest } from '@orchestra/packaging/node';

/**
 * Whether only what an extension contributes is to be shown: it has no code, or `show` is given as the command, and
 * it contributes themes, grammars or snippets that can be looked at. Then none of its code needs to start.
 *
 * @param run the command that was given, with its arguments
 */
export async function isOnlyLooks(folder: string, run: readonly string[] = []): Promise<boolean> {
  const { manifest } = await readManifest(folder).catch(() => ({ manifest: null }));
  if (manifest === null || (manifest.entryFiles.length > 0 && run[0] !== 'show')) return false;
  const [{ listLooks }, { readContributes }] = await Promise.all([
    import('@orchestra/textmate'),
    import('./read-looks.ts'),
  ]);
  const contributes = readContributes(folder);
  return listLooks(contributes).length > 0 && !(run[0] === 'show' && hasShow(contributes));
}

/** Whether an extension has a command of its own by this name. */
function hasShow(contributes: unknown): boolean {
  const commands = isRecord(contributes) ? contributes['commands'] : null;
  return (
    Array.isArray(commands) &&
    commands.some((one: unknown) => isRecord(one) && one['command'] === 'show')
  );
}
