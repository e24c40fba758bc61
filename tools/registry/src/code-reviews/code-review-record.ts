import { OwnerSchema, parseJson, ProblemSummarySchema, RegistryError } from '@orchestra/core';
import { NameSchema, type Owner, Sha256Schema, VersionSchema } from '@orchestra/core';
import { systemCode, writeFileAtomic } from '@orchestra/core/node';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as Type from 'typebox';
import type { Static } from 'typebox';

/** A package that waits for a person, or was declined, as it is kept beside its bytes. */
const CodeReviewRecordSchema = Type.Object({
  format: Type.Literal(1),
  name: NameSchema,
  version: VersionSchema,
  sha256: Sha256Schema,
  size: Type.Integer({ minimum: 1 }),
  requestedBy: OwnerSchema,
  requestedAt: Type.String(),
  places: Type.Array(ProblemSummarySchema),
  declined: Type.Union([
    Type.Null(),
    Type.Object({ at: Type.String(), reason: Type.String({ maxLength: 500 }) }),
  ]),
});
export type CodeReviewRecord = Static<typeof CodeReviewRecordSchema>;

/** The folder of a record: one for each account and digest, so that no account learns of another's. */
export function codeReviewFolder({
  sha256,
  requestedBy,
}: {
  sha256: string;
  requestedBy: Pick<Owner, 'provider' | 'id'>;
}): string {
  return `${sha256}-${requestedBy.provider}-${requestedBy.id}`;
}

/** The package of a record. */
export function codeReviewPackage(folder: string): string {
  return join(folder, 'package.tar.gz');
}

/**
 * Reads the record in a folder.
 *
 * @returns null where there is none
 * @throws RegistryError `index-damaged`
 */
export async function readCodeReviewRecord(folder: string): Promise<CodeReviewRecord | null> {
  const file = join(folder, 'review.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const parsed = parseJson(CodeReviewRecordSchema, text);
  if (parsed.ok) return parsed.value;
  throw new RegistryError('index-damaged', `${file} is damaged: ${parsed.reason}`, {
    hint: 'Remove its folder; the author can ask for a review again.',
  });
}

/** Writes a record at once. */
export async function writeCodeReviewRecord(
  folder: string,
  record: CodeReviewRecord,
): Promise<void> {
  const text = `${JSON.stringify(record, null, 2)}\n`;
  await writeFileAtomic(join(folder, 'review.json'), text, { mode: 0o600 });
}
