import { parseValue, RegistryError } from '@orchestra/core';
import type { Static, TSchema } from 'typebox';

/**
 * Parses a response of GitHub's API by a schema, because the server may not be GitHub.
 *
 * @throws RegistryError `github-failed`
 */
export function parseAnswer<Schema extends TSchema>(
  schema: Schema,
  answer: { url: string; data: unknown },
): Static<Schema> {
  const parsed = parseValue(schema, answer.data);
  if (parsed.ok) return parsed.value;
  throw new RegistryError('github-failed', `${answer.url} answers in a way that isn't known`, {
    hint: 'See whether ORCHESTRA_GITHUB_API_URL names the API of GitHub.',
  });
}
