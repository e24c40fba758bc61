import * as Type from 'typebox';
import type { Static } from 'typebox';
import { CategoryTextSchema } from './card.ts';

/**
 * What every page needs: `site.json`. It follows from the registry's configuration and its categories alone:
 * what changes with a publish would change every page.
 */
export const SiteDataSchema = Type.Object({
  registryName: Type.String(),
  contentPolicy: Type.String(),
  /** Where icons and images of published extensions are. */
  docs: Type.String(),
  /** Address of the API up to and including `/api/v1`; null where the registry has none. */
  api: Type.Union([Type.String(), Type.Null()]),
  /** Address of the API's description; null where the registry has no API. */
  apiDocument: Type.Union([Type.String(), Type.Null()]),
  /** True where browsers sign in with a token of the registry. */
  signIn: Type.Boolean(),
  /** Where people report an extension by an issue; null where the registry has no repository. */
  issues: Type.Union([Type.String(), Type.Null()]),
  /** In the order in which people see them. */
  categories: Type.Array(CategoryTextSchema),
});
export type SiteData = Static<typeof SiteDataSchema>;
