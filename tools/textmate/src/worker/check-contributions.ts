import { type Manifest, problem, type Problem } from '@orchestra/core';
import { listContributions } from '../read/contributions.ts';
import { gatherTexts } from '../read/gather-texts.ts';
import { askWorker, type TextmateLimits } from './ask-worker.ts';

/** A grammar of 2 MB with 5,000 expressions needs a second. */
const usual: TextmateLimits = { milliseconds: 15_000, heap: 512 };

/**
 * Checks the themes, icon themes, grammars, snippets and language configurations of a package, in a worker thread.
 * Where that exceeds a limit, it is a problem, so that the package doesn't pass.
 *
 * @param of.files all files of the package by path
 */
export async function checkContributions(
  of: { files: ReadonlyMap<string, Uint8Array>; manifest: Pick<Manifest, 'raw'> },
  limits: TextmateLimits = usual,
): Promise<Problem[]> {
  const contributes = of.manifest.raw['contributes'];
  const texts = gatherTexts(contributes, (path) => {
    const bytes = of.files.get(path);
    return bytes === undefined ? null : new TextDecoder().decode(bytes);
  });
  if (listContributions(contributes).length === 0) return [];
  const paths = new Set(of.files.keys());
  const told = await askWorker({ kind: 'check', texts, paths, contributes }, limits);
  switch (told.kind) {
    case 'checked':
      return told.problems;
    case 'over-limit':
      return [
        overLimit(
          told.limit === 'time'
            ? `over ${limits.milliseconds / 1000} seconds`
            : `over ${limits.heap} MiB of memory`,
        ),
      ];
    case 'too-deep':
      return [overLimit('more levels of nesting than can be followed')];
    default:
      throw new Error(told.kind === 'failed' ? told.message : `The worker answered ${told.kind}`);
  }
}

function overLimit(what: string): Problem {
  const message = `The themes, grammars and snippets take ${what} to check`;
  return problem('contribution-over-limit', { path: 'package.json#/contributes', message });
}
