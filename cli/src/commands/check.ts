import { defaultLimits, hasErrors, type Problem } from '@orchestra/core';
import { needsReview, sortProblems } from '@orchestra/packaging';
import { packFiles } from '@orchestra/packaging/node';
import { tellOfRegistry } from '../check/tell-of-registry.ts';
import { checkPackedSize } from '../project/pack-within.ts';
import { type Contents, listContents } from '../project/list-contents.ts';
import { readProject } from '../project/read-project.ts';
import type { Command } from '../command.ts';
import { type FixedManifest, fixProject } from '../fix/fix-project.ts';
import { renderContents } from '../render/render-contents.ts';
import { renderFixed } from '../render/render-fixed.ts';
import { renderFound } from '../render/render-found.ts';

/** Problems of the extension in this folder, and the contents of its package. */
export interface CheckResult extends Contents {
  problems: Problem[];
  /** What was fixed before checking; null without `--fix`. */
  fixed: FixedManifest | null;
  /** Also fails where publishing would wait for a person. */
  strict: boolean;
}

/** Options of `check`. */
export interface CheckOptions {
  /** Fixes what is safe to fix before checking. */
  fix: boolean;
  /** Also fails where publishing would wait for a person. */
  strict: boolean;
}

/** Reports at once everything that would stop a publish. */
export const check: Command<CheckOptions, CheckResult> = {
  async run({ fix, strict }, context) {
    const fixed = fix ? await fixProject(context) : null;
    const read = await readProject({}, context);
    const contents = listContents(read);
    const size = await weigh(read.files, contents);
    const heavy = size === null ? [] : checkPackedSize(read.files, { size, limits: defaultLimits });
    const told = await tellOfRegistry(read.problems, { manifest: read.manifest, context });
    return { problems: sortProblems([...told, ...heavy]), ...contents, size, fixed, strict };
  },
  text({ problems, fixed, strict: _strict, ...contents }, style) {
    const shown =
      problems.length === 0 ? style.green('No problems') : renderFound(problems, style);
    const mended = fixed === null ? '' : renderFixed(fixed, style);
    return [mended, renderContents(contents, style), shown]
      .filter((block) => block !== '')
      .join('\n\n');
  },
  json({ fixed, strict: _strict, ...result }) {
    if (fixed === null) return result;
    // old values are left out of JSON, because one may be an email
    return { ...result, fixed: fixed.changes.map(({ found: _found, ...change }) => change) };
  },
  exitCode: ({ problems, strict }) =>
    hasErrors(problems) || (strict && needsReview(problems)) ? 1 : 0,
};

/**
 * Size of the package in bytes; null where there is nothing to pack, or the package is larger than any
 * registry accepts.
 */
async function weigh(
  files: ReadonlyMap<string, Uint8Array>,
  { unpackedSize }: Pick<Contents, 'unpackedSize'>,
): Promise<number | null> {
  if (files.size === 0 || unpackedSize > defaultLimits.unpackedBytes) return null;
  return (await packFiles(files)).facts.size;
}
