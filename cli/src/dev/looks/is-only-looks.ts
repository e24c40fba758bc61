import { readManifest } from '@orchestra/packaging/node';

/** Whether an extension has no code, and contributes themes, grammars or snippets that can be looked at. */
export async function isOnlyLooks(folder: string): Promise<boolean> {
  const { manifest } = await readManifest(folder).catch(() => ({ manifest: null }));
  if (manifest === null || manifest.entryFiles.length > 0) return false;
  const [{ listLooks }, { readContributes }] = await Promise.all([
    import('@orchestra/textmate'),
    import('./read-looks.ts'),
  ]);
  return listLooks(readContributes(folder)).length > 0;
}
