import * as Type from 'typebox';
import type { Static } from 'typebox';

/** `publisher.name`. Source: https://code.visualstudio.com/api/working-with-extensions/publishing-extension */
export const extensionIdPattern =
  '^[a-zA-Z0-9][a-zA-Z0-9-]{0,99}\\.[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}$';

/** The most extensions that one list may name: every entry of the index carries them. */
export const mostRelated = 100;

const ExtensionIdSchema = Type.String({ pattern: extensionIdPattern });
const ExtensionIdsSchema = (description: string) =>
  Type.Array(ExtensionIdSchema, { uniqueItems: true, maxItems: mostRelated, description });

/** How a VS Code-compatible extension is called in VS Code, and the others that it names, by such ids. */
export const VscodeRelationsSchema = Type.Object({
  id: Type.Optional(
    Type.String({
      pattern: extensionIdPattern,
      description: 'publisher.name of its manifest, by which others name it.',
    }),
  ),
  extensionDependencies: ExtensionIdsSchema('Extensions without which it does not work.'),
  extensionPack: ExtensionIdsSchema('Extensions that it is meant to be installed with.'),
});
export type VscodeRelations = Static<typeof VscodeRelationsSchema>;
