import { type IndexVersion, isExtensionOf, namesOfExtensionId } from '@orchestra/core';
import type { RelatedExtension } from '../page-data/extension-page.ts';
import type { SiteSource } from '../site-source.ts';

/** Finds the extensions that a version names by their ids in VS Code, and which of them the registry has. */
export async function findRelated(
  { vscode }: Pick<IndexVersion, 'vscode'>,
  source: Pick<SiteSource, 'readEntry'>,
): Promise<{ needs: RelatedExtension[]; brings: RelatedExtension[] }> {
  const find = async (ids: readonly string[] = []) =>
    Promise.all(ids.map((id) => findById(id, source)));
  return {
    needs: await find(vscode?.extensionDependencies),
    brings: await find(vscode?.extensionPack),
  };
}

async function findById(
  id: string,
  source: Pick<SiteSource, 'readEntry'>,
): Promise<RelatedExtension> {
  for (const name of namesOfExtensionId(id)) {
    const entry = await source.readEntry(name);
    if (entry !== null && isExtensionOf(id, entry)) {
      return { id, name, displayName: entry.displayName };
    }
  }
  return { id, name: null, displayName: id };
}
