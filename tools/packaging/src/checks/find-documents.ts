/** Path of the README at the root, whatever its case and ending. */
export function findReadme(paths: Iterable<string>): string | undefined {
  return find(paths, /^readme(?:\.(?:md|markdown|txt))?$/i);
}

/** Path of the changelog at the root, whatever its case and ending. */
export function findChangelog(paths: Iterable<string>): string | undefined {
  return find(paths, /^(?:changelog|changes|history)(?:\.(?:md|markdown|txt))?$/i);
}

/** Path of the licence at the root, whatever its case and ending. */
export function findLicense(paths: Iterable<string>): string | undefined {
  return find(paths, /^(?:licen[sc]e|copying)(?:[.-].*)?$/i);
}

/** Finds a document; prefers Markdown, then the first by name. */
function find(paths: Iterable<string>, pattern: RegExp): string | undefined {
  const found = [...paths].filter((path) => pattern.test(path)).sort();
  return found.find((path) => /\.m(?:d|arkdown)$/i.test(path)) ?? found[0];
}
