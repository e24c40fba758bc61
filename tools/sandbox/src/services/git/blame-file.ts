import { realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { ServiceError } from '../service-error.ts';
import type { BlamedLine, BlameOptions } from '../services.ts';
import { parseBlame } from './parse-blame.ts';

/** A file whose lines git is asked of. */
interface BlamedFile {
  /** The workspace, absolute. */
  root: string;
  /** Relative to the workspace, with `/`. */
  name: string;
  /** Where the workspace is in its repository; see `findPrefix`. */
  prefix: string;
  text(args: string[], input?: string): Promise<string>;
}

const maxContent = 5_000_000;

/**
 * Asks git which commit changed each line of a file last. A file of which no commit or index knows has no lines
 * that could be told of.
 *
 * @throws ServiceError `not-found`, `outside-workspace`, `invalid-argument`, `too-large`, and those of git
 */
export async function blameFile(file: BlamedFile, options: BlameOptions): Promise<BlamedLine[]> {
  const { startLine = 1, endLine, content } = options;
  if (endLine !== undefined && endLine < startLine) {
    throw new ServiceError(
      'invalid-argument',
      `endLine is at least startLine, ${startLine}; found ${endLine}`,
    );
  }
  if (content !== undefined && content.length > maxContent) {
    throw new ServiceError('too-large', `At most ${maxContent} characters are compared`);
  }
  await requireInside(file);
  const range = endLine === undefined && startLine === 1 ? [] : [`-L${startLine},${endLine ?? ''}`];
  const args = ['blame', '--incremental', '--no-textconv', ...range];
  if (content !== undefined) args.push('--contents', '-');
  try {
    return parseBlame(await file.text([...args, '--', file.name], content), file);
  } catch (error) {
    if (isBehindEnd(error)) return [];
    throw explain(error, file.name);
  }
}

/** Git follows links in a path, also those that lead out. */
async function requireInside({ root, name }: BlamedFile): Promise<void> {
  const [top, folder] = await Promise.all([
    realpath(root),
    realpath(dirname(join(root, name))).catch((cause: unknown) => {
      throw new ServiceError('not-found', `There is no folder of '${name}'`, { cause });
    }),
  ]);
  if (folder === top || folder.startsWith(`${top}${sep}`)) return;
  throw new ServiceError('outside-workspace', `'${name}' is outside of the workspace`);
}

function said(error: unknown): string {
  const { cause } = error instanceof ServiceError ? error : {};
  return cause instanceof Error ? cause.message : '';
}

function isBehindEnd(error: unknown): boolean {
  return /^fatal: file .* has only \d+ lines?$/m.test(said(error));
}

function explain(error: unknown, name: string): unknown {
  const what = said(error);
  if (/^fatal: (?:no such path|no such ref|cannot l?stat)/im.test(what)) {
    return new ServiceError('not-found', `No commit has '${name}'`, { cause: error });
  }
  // what git says has a line of that file, which may be any file
  if (!/object name/i.test(what)) return error;
  const message =
    "The file that git's setting blame.ignoreRevsFile names can't be read, or has a line that is no hash";
  return new ServiceError('git-failed', message, { cause: error });
}
