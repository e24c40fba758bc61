import { RegistryError, type ReviewDraft } from '@orchestra/core';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import type { CommandContext } from '../command.ts';

/** The options that describe a review. */
export interface DraftOptions {
  /** As written. */
  rating?: string;
  title?: string;
  body?: string;
  bodyFile?: string;
}

/**
 * Reads a review from the options that were given.
 *
 * @throws RegistryError `usage`, `file-unreadable`
 */
export async function readDraft(
  options: DraftOptions,
  context: CommandContext,
): Promise<Partial<ReviewDraft>> {
  const { rating, title } = options;
  if (rating !== undefined && !/^[1-5]$/.test(rating)) {
    const message = `--rating: expected 1, 2, 3, 4 or 5; found '${rating}'`;
    throw new RegistryError('usage', message, { hint: 'For example: --rating 4' });
  }
  const body = await readBody(options, context);
  return {
    ...(rating === undefined ? {} : { rating: Number(rating) }),
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body }),
  };
}

async function readBody(
  { body, bodyFile }: DraftOptions,
  context: CommandContext,
): Promise<string | undefined> {
  if (bodyFile === undefined) return body;
  if (body !== undefined) {
    throw new RegistryError('usage', '--body and --body-file do not go together', {
      hint: 'Give the text itself, or the file that it is in.',
    });
  }
  if (bodyFile === '-') return readAll(context.stdin);
  const path = resolve(context.cwd, bodyFile);
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new RegistryError('file-unreadable', `${path} can't be read`, {
      hint: 'Give a text file, or - to read standard input.',
      cause,
    });
  }
}
