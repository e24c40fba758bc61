import { defaultLimits, hasErrors, type Problem } from '@orchestra/core';
import { sortProblems } from '@orchestra/packaging';
import { packFiles, type PackedExtension } from '@orchestra/packaging/node';
import { comparePermissions } from '../permissions/compare-permissions.ts';
import type { ComparedPermissions } from '../permissions/compared-permissions.ts';
import { renderCompared } from '../permissions/render-compared.ts';
import { tellOfRegistry } from '../check/tell-of-registry.ts';
import { checkPacked, type FilesToPack } from '../project/pack-within.ts';
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
  /** What package.json declares beside what was found in the code; null without a manifest. */
  permissions: ComparedPermissions | null;
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
  /** Takes in what the repository around the folder has and the folder lacks. */
  includeRoot: boolean;
}

/** Reports at once everything that would stop a publish. */
export const check: Command<CheckOptions, CheckResult> = {
  async run({ fix, strict, includeRoot }, context) {
    const fixed = fix ? await fixProject(context) : null;
    const read = await readProject({ includeRoot }, context);
    const contents = listContents(read);
    const packed = await packSome(read, contents);
    const problems =
      packed === null ? [] : await checkPacked(packed, { ...read, limits: defaultLimits });
    const more = problems.filter(isNew(read.problems));
    const told = await tellOfRegistry(read.problems, {
      manifest: read.manifest,
      sha256: packed?.facts.sha256 ?? null,
      context,
    });
    const size = packed?.facts.size ?? null;
    const { analysis } = contents;
    const permissions =
      read.manifest === null
        ? null
        : comparePermissions({ declared: read.manifest.permissions, analysis, run: null });
    const found = sortProblems([...told, ...more]);
    return { problems: found, permissions, ...contents, size, fixed, strict };
  },
  text({ problems, permissions, fixed, strict: _strict, ...contents }, style) {
    const shown = problems.length === 0 ? style.green('No problems') : renderFound(problems, style);
    const mended = fixed === null ? '' : renderFixed(fixed, style);
    const compared =
      permissions === null ? '' : renderCompared({ ...permissions, differences: [] }, { style }); // problems tell of these
    return [mended, renderContents(contents, style), compared, shown]
      .filter((block) => block !== '')
      .join('\n\n');
  },
  json({ fixed, strict: _strict, ...result }) {
    if (fixed === null) return result;
    // old values are left out of JSON, because one may be an email
    return { ...result, fixed: fixed.changes.map(({ found: _found, ...change }) => change) };
  },
  exitCode: ({ problems, strict }) =>
    hasErrors(problems) || (strict && problems.some(isHeld)) ? 1 : 0,
};

/** True where publishing waits for a person, who has not cleared these very bytes. */
function isHeld({ code, severity }: Problem): boolean {
  return code === 'review-required' && severity === 'warning';
}

/** Packs what there is; null where that is nothing, or larger than any registry accepts. */
async function packSome(
  { files, executables }: FilesToPack,
  { unpackedSize }: Pick<Contents, 'unpackedSize'>,
): Promise<PackedExtension | null> {
  if (files.size === 0 || unpackedSize > defaultLimits.unpackedBytes) return null;
  return packFiles(files, executables);
}

/** True for problems of a package that the checks of its files haven't found. */
function isNew(known: readonly Problem[]): (found: Problem) => boolean {
  const told = new Set(known.map(({ code, path }) => `${code} ${path}`));
  return ({ code, path }) => !told.has(`${code} ${path}`);
}
