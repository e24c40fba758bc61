import * as Type from 'typebox';
import type { Static } from 'typebox';
import { CategoryTextSchema } from './card.ts';

/**
 * The data that every page needs: `site.json`. It depends only on the registry's configuration and
 * categories, because anything that changes with a publish would change every page.
 */
export const SiteDataSchema = Type.Object({
  registryName: Type.String(),
  contentPolicy: Type.String(),
  /** Base URL of the icons and images of published extensions. */
  docs: Type.String(),
  /** Base URL of the API, including `/api/v1`; null where the registry has none. */
  api: Type.Union([Type.String(), Type.Null()]),
  /** URL of the API's OpenAPI document; null where the registry has no API. */
  apiDocument: Type.Union([Type.String(), Type.Null()]),
  /** True where browsers can sign in with a registry token. */
  signIn: Type.Boolean(),
  /** URL for reporting an extension by an issue; null where the registry has no repository. */
  issues: Type.Union([Type.String(), Type.Null()]),
  /** In display order. */
  categories: Type.Array(CategoryTextSchema),
});
export type SiteData = Static<typeof SiteDataSchema>;
