import type { Config } from '@orchestra/core';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import type { CommandContext } from '../command.ts';
import { callApi } from './api-client.ts';
import { withPatience } from './with-patience.ts';

const PopularitySchema = Type.Object({
  rating: Type.Optional(
    Type.Object({
      average: Type.Union([Type.Number(), Type.Null()], { description: 'Null without ratings.' }),
      count: Type.Integer(),
    }),
  ),
  installs: Type.Optional(Type.Integer({ description: 'Accounts that have it, or had it.' })),
});

/** Rating and installs of an extension, as far as the API provides them. */
export type Popularity = Static<typeof PopularitySchema>;

const AnswerSchema = Type.Object({
  data: Type.Object({ item: Type.Union([PopularitySchema, Type.Null()]) }),
});

/** Time limit in milliseconds, short because popularity is optional. */
const patienceMs = 3000;

/**
 * Fetches rating and installs of an extension; empty where the registry has no API.
 *
 * @throws RegistryError whatever {@link callApi} throws
 */
export async function fetchPopularity(
  name: string,
  of: { config: Pick<Config, 'api'>; context: CommandContext },
): Promise<Popularity> {
  const { api } = of.config;
  if (api === null) return {};
  const url = `${api}/extensions/${encodeURIComponent(name)}`;
  const { data } = await callApi(
    { url, answer: AnswerSchema },
    withPatience(of.context, patienceMs),
  );
  return data.item ?? {};
}
