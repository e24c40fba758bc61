import { readFile } from 'node:fs/promises';
import { parseJson } from '@orchestra/core';
import { type Static, Type } from 'typebox';
import { ServiceError } from '../service-error.ts';

const text = Type.String();
const only = { additionalProperties: false };
const match = { match: Type.Optional(text) };

const AiFixtureSchema = Type.Object(
  {
    chat: Type.Optional(
      Type.Array(
        Type.Union([
          Type.Object({ ...match, answer: text }, only),
          Type.Object({ ...match, stream: Type.Array(text) }, only),
          Type.Object({ ...match, error: text }, only),
        ]),
      ),
    ),
    embed: Type.Optional(
      Type.Union([Type.Literal('hash'), Type.Record(text, Type.Array(Type.Number()))]),
    ),
  },
  only,
);

/**
 * What a model answers, written by the author of an extension. The first answer counts whose `match` stands in
 * the last message of the user: a text, or an expression between slashes; without `match` it fits always.
 * `embed` has the vector of each text, or says `hash`: made of the text, the same each time.
 */
export type AiFixture = Static<typeof AiFixtureSchema>;

/** An answer of a fixture. */
export type FixtureAnswer = NonNullable<AiFixture['chat']>[number];

/**
 * Reads a fixture: an object with `chat` and `embed`.
 *
 * @throws ServiceError `not-found`, `damaged`
 */
export async function readAiFixture(file: string): Promise<AiFixture> {
  const written = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new ServiceError('not-found', `The answers for ai can't be read: ${file}`, {
      cause: error,
    });
  });
  const parsed = parseJson(AiFixtureSchema, written);
  if (parsed.ok) return parsed.value;
  throw new ServiceError(
    'damaged',
    `The answers for ai aren't as they should be (${file}): ${parsed.reason}`,
  );
}

/** @throws ServiceError `no-answer` */
export function findAnswer({ chat }: AiFixture, asked: string): FixtureAnswer {
  const found = chat?.find(({ match: wanted }) => wanted === undefined || fits(wanted, asked));
  if (found !== undefined) return found;
  throw new ServiceError(
    'no-answer',
    `No answer for ai fits '${asked.slice(0, 100)}': add one to the fixture`,
  );
}

function fits(wanted: string, asked: string): boolean {
  const [, source, flags] = /^\/(.+)\/([imsu]*)$/s.exec(wanted) ?? [];
  return source === undefined ? asked.includes(wanted) : new RegExp(source, flags).test(asked);
}
