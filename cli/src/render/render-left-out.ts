import { nameFew } from '@orchestra/core';
import type { LeftOutFile } from '@orchestra/packaging';
import type { Style } from '@orchestra/terminal';
import { renderSection } from './render-section.ts';

const mostNames = 5;

/** Renders the files that are left out of a package, grouped by reason; empty where there are none. */
export function renderLeftOut(
  leftOut: readonly LeftOutFile[],
  { files, style }: { files: readonly { path: string }[]; style: Style },
): string {
  const packed = new Set(files.flatMap(({ path }) => foldersOf(path)));
  const byReason = Map.groupBy(leftOut, ({ reason }) => reason);
  const rows = [...byReason].map(([reason, of]) => [
    reasons[reason],
    nameFew(
      of.map(({ path }) => (reason === 'not-listed' ? topOf(path, packed) : path)),
      mostNames,
    ),
  ]);
  return renderSection('Stays out', { rows, style });
}

const reasons: Readonly<Record<LeftOutFile['reason'], string>> = {
  'node-modules': 'dependencies',
  'not-listed': 'not listed',
  secret: 'may be secret',
  ignored: 'ignored',
  link: 'links',
  'too-large': 'too large',
  'earlier-package': 'packed before',
};

/**
 * The topmost folder of a path of which nothing goes in, which stands for everything in it; the path itself
 * where there is none.
 */
function topOf(path: string, packed: ReadonlySet<string>): string {
  return foldersOf(path).find((folder) => !packed.has(folder)) ?? path;
}

/** The folders that a path lies in, outermost first: `a/` and `a/b/` of `a/b/c`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, nth) => `${parts.slice(0, nth + 1).join('/')}/`);
}
