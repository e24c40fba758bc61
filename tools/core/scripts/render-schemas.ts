import { format, resolveConfig } from 'prettier';
import type { TSchema } from 'typebox';
import { ConfigSchema } from '../src/schema/config.ts';
import {
  CategoriesFileSchema,
  ClearedFileSchema,
  FeaturedFileSchema,
  ReservedNamesFileSchema,
  VerifiedFileSchema,
} from '../src/schema/curated.ts';
import { IndexEntrySchema } from '../src/schema/index-entry.ts';
import { ManifestEditorSchema } from '../src/schema/manifest.ts';
import { SubmissionSchema } from '../src/schema/submission.ts';

/** Where the JSON Schemas for editors live. */
export const schemaFolder = new URL('../../../registry-index/schema/', import.meta.url);

/** Title and schema of every kind of file, by the name that its schema file begins with. */
const schemas: Readonly<Record<string, { title: string; schema: TSchema }>> = {
  manifest: { title: 'Orchestra extension manifest', schema: ManifestEditorSchema },
  'index-entry': { title: 'Index entry', schema: IndexEntrySchema },
  submission: { title: 'Submission', schema: SubmissionSchema },
  config: { title: 'Registry configuration', schema: ConfigSchema },
  categories: { title: 'Categories', schema: CategoriesFileSchema },
  featured: { title: 'Featured extensions', schema: FeaturedFileSchema },
  verified: { title: 'Verified accounts', schema: VerifiedFileSchema },
  'reserved-names': { title: 'Reserved names', schema: ReservedNamesFileSchema },
  cleared: { title: 'Cleared packages', schema: ClearedFileSchema },
};

/**
 * Renders every JSON Schema as its file should be, by file name. Keys stand in the order in which the
 * code declares them, so that a change of the code is a small diff.
 */
export async function renderSchemas(): Promise<Map<string, string>> {
  const style = await resolveConfig(schemaFolder);
  const rendered = new Map<string, string>();
  for (const [name, { title, schema }] of Object.entries(schemas)) {
    const document = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:orchestra:schema:${name}`,
      title,
      ...schema,
    };
    const text = await format(JSON.stringify(document), { ...style, parser: 'json' });
    rendered.set(`${name}.schema.json`, text);
  }
  return rendered;
}
