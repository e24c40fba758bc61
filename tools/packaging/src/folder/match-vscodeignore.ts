import { minimatch, Minimatch } from 'minimatch';

/** Patterns that VS Code's packer leaves out by itself. Source: `src/package.ts` of microsoft/vscode-vsce. */
const never = [
  '.vscodeignore',
  'package-lock.json',
  'npm-debug.log',
  'yarn.lock',
  'yarn-error.log',
  'npm-shrinkwrap.json',
  '.editorconfig',
  '.npmrc',
  '.yarnrc',
  '.gitattributes',
  '*.todo',
  'tslint.yaml',
  '.eslintrc*',
  '.babelrc*',
  '.prettierrc*',
  '.cz-config.js',
  '.commitlintrc*',
  'webpack.config.js',
  'ISSUE_TEMPLATE.md',
  'CONTRIBUTING.md',
  'PULL_REQUEST_TEMPLATE.md',
  'CODE_OF_CONDUCT.md',
  '.github',
  '.travis.yml',
  'appveyor.yml',
  '**/.git',
  '**/.git/**',
  '**/*.vsix',
  '**/.DS_Store',
  '**/*.vsixmanifest',
  '**/.vscode-test/**',
  '**/.vscode-test-web/**',
];

/** What a `.vscodeignore` says of paths. */
export interface VscodeIgnore {
  /** True for files to pack. */
  takes: (path: string) => boolean;
  /** True for files that a line with `!` takes back, whether or not another one leaves them out. */
  takesBack: (path: string) => boolean;
  /** False for folders of which no file is taken. */
  mayTakeBelow: (folder: string) => boolean;
  /** False for folders of which no file is taken back. */
  mayTakeBackBelow: (folder: string) => boolean;
}

/**
 * Reads a `.vscodeignore` as VS Code's packer does: lines exclude paths, and lines with `!` include them
 * again, wherever they are in the file.
 *
 * @param text of the file
 */
export function matchVscodeignore(text: string): VscodeIgnore {
  const lines = text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const written = [...lines, ...lines.flatMap(belowFolder), '!package.json', '!README.md'];
  const ignored = [...never, ...written.filter((line) => !line.startsWith('!'))];
  const negated = written.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const isIgnored = matchAny(ignored);
  const takesBack = matchAny(negated);
  const mayTakeBackBelow = (folder: string) => negated.some((line) => mayMatchBelow(folder, line));
  return {
    takes: (path) => !/\r$/m.test(path) && (!isIgnored(path) || takesBack(path)),
    takesBack,
    mayTakeBelow: (folder) =>
      !ignored.some((line) => matchesAllBelow(folder, line)) || mayTakeBackBelow(folder),
    mayTakeBackBelow,
  };
}

function matchAny(patterns: readonly string[]): (path: string) => boolean {
  const parsed = patterns.map((pattern) => new Minimatch(pattern, { dot: true }));
  return (path) => parsed.some((pattern) => pattern.match(path));
}

/** Patterns for everything below a folder; a line that doesn't end with a wildcard may be a folder's name. */
function belowFolder(line: string): string[] {
  if (/(?:^|\/)[^/]*\*[^/]*$/.test(line)) return [];
  return [line.endsWith('/') ? `${line}**` : `${line}/**`];
}

/** False where a pattern surely matches nothing below a folder. */
export function mayMatchBelow(folder: string, pattern: string): boolean {
  return pattern.startsWith('!') || minimatch(folder, pattern, { dot: true, partial: true });
}

/** True where a pattern surely matches everything below a folder. */
function matchesAllBelow(folder: string, pattern: string): boolean {
  if (pattern.startsWith('!')) return false;
  if (/^\*\*(?:\/\*)?$/.test(pattern)) return true;
  const [, head] = /^(.+)\/\*\*(?:\/\*)?$/.exec(pattern) ?? [];
  if (head === undefined) return false;
  const parts = folder.split('/');
  return parts.some((_, nth) => minimatch(parts.slice(0, nth + 1).join('/'), head, { dot: true }));
}
