import * as Type from 'typebox';
import type { Static } from 'typebox';
import { LimitsSchema } from './limits.ts';

const UrlSchema = Type.String({ pattern: '^https?://[^\\s]+[^/\\s]$' });

/** `config.json`: the URLs and settings of a registry. All URLs are absolute and end without a slash. */
export const ConfigSchema = Type.Object({
  format: Type.Literal(1),
  name: Type.String({
    minLength: 1,
    maxLength: 100,
    description: 'What people call the registry.',
  }),
  index: Type.String({ ...UrlSchema, description: 'Entries: <index>/gi/t-/git-lens.json.' }),
  packages: Type.String({
    ...UrlSchema,
    description: '<packages>/<name>/<name>-<version>.tar.gz.',
  }),
  docs: Type.String({ ...UrlSchema, description: '<docs>/<name>/<version>/readme.md and so on.' }),
  api: Type.Union([UrlSchema, Type.Null()], {
    description: 'The HTTP API up to and including /api/v1.',
  }),
  site: UrlSchema,
  publish: Type.Union([
    Type.Object({ via: Type.Literal('api') }),
    Type.Object({
      via: Type.Literal('pull-request'),
      repository: Type.String({ pattern: '^[^/\\s]+/[^/\\s]+$' }),
      clientId: Type.String({ minLength: 1 }),
    }),
  ]),
  limits: LimitsSchema,
});
export type Config = Static<typeof ConfigSchema>;
