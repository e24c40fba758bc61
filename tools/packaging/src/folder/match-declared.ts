import { minimatch, Minimatch } from 'minimatch';

/** What the `files` of a manifest say of paths. */
export interface DeclaredFiles {
  takes: (path: string) => boolean;
  /** False for folders of which no file is taken. */
  mayTakeBelow: (folder: string) => boolean;
}

const options = { dot: true, nonegate: true, nocomment: true };

/**
 * Matches paths against the manifest's `files`: a folder's name includes everything below it, `!` excludes,
 * and the last matching pattern decides.
 */
export function matchDeclared(patterns: readonly string[]): DeclaredFiles {
  const rules = patterns.map((written) => {
    const pattern = written
      .replace(/^!/, '')
      .replace(/^\.?\//, '')
      .replace(/\/$/, '');
    const globs = pattern === '' || pattern === '.' ? ['**'] : [pattern, `${pattern}/**`];
    const parsed = globs.map((glob) => new Minimatch(glob, options));
    const matches = (path: string) => parsed.some((glob) => glob.match(path));
    return { takesBack: written.startsWith('!'), globs, matches };
  });
  const taken = rules.filter(({ takesBack }) => !takesBack).flatMap(({ globs }) => globs);
  return {
    takes: (path) => rules.findLast((rule) => rule.matches(path))?.takesBack === false,
    mayTakeBelow: (folder) =>
      taken.some((glob) => minimatch(folder, glob, { ...options, partial: true })),
  };
}
