import { isSameExtensionId, namesOfExtensionId } from '@orchestra/core';
import type { RelatedExtension } from '../page-data/extension-page.ts';
import type { PlannedExtension } from '../plan-context.ts';

/** The extensions that one names by their ids in VS Code. */
export interface RelatedExtensions {
  needs: RelatedExtension[];
  brings: RelatedExtension[];
}

/** Makes the function that finds which of the extensions that one names the registry has. */
export function relatedTo(
  extensions: readonly PlannedExtension[],
): (extension: Pick<PlannedExtension, 'relations'>) => RelatedExtensions {
  const byName = new Map(extensions.map((one) => [one.card.name, one]));
  const find = (id: string): RelatedExtension => {
    const named = namesOfExtensionId(id).map((name) => byName.get(name));
    const found = named.find((one) =>
      one?.relations.vscodeIds.some((own) => isSameExtensionId(own, id)),
    );
    if (found === undefined) return { id, name: null, displayName: id };
    return { id, name: found.card.name, displayName: found.card.displayName };
  };
  return ({ relations }) => ({
    needs: relations.needs.map(find),
    brings: relations.brings.map(find),
  });
}
