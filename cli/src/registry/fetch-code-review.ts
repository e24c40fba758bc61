import { type CodeReview, CodeReviewSchema, RegistryError } from '@orchestra/core';
import * as Type from 'typebox';
import type { CommandContext } from '../command.ts';
import { findRegistryToken } from '../credentials/credentials.ts';
import { callApi } from './api-client.ts';
import type { RegistryClient } from './registry-client.ts';

const AnswerSchema = Type.Object({ data: CodeReviewSchema });

/**
 * Fetches where a package stands that a person was asked to look at.
 *
 * @returns null where nobody was asked, where it isn't this account's to know, and where there is no API or
 *   no token
 * @throws RegistryError whatever {@link callApi} throws for a registry that fails
 */
export async function fetchCodeReview(
  { name, version }: { name: string; version: string },
  { client, context }: { client: Pick<RegistryClient, 'config'>; context: CommandContext },
): Promise<CodeReview | null> {
  const { api, publish } = client.config;
  const token = await findRegistryToken(context);
  if (api === null || publish.via !== 'api' || token === null) return null;
  const path = [name, 'versions', version, 'code-review'].map(encodeURIComponent).join('/');
  try {
    const url = `${api}/extensions/${path}`;
    return (await callApi({ url, token, answer: AnswerSchema }, context)).data;
  } catch (error) {
    if (error instanceof RegistryError && unknown.has(error.code)) return null;
    throw error;
  }
}

/** Answers that say that there is nothing to know, also by a registry that is older. */
const unknown: ReadonlySet<string> = new Set([
  'code-review-unknown',
  'not-found',
  'usage',
  'name-taken',
  'source-pinned',
  'scope-missing',
  'token-invalid',
]);
