import picomatch from 'picomatch';

/** Patterns that VS Code's packer always leaves out. Source: `src/package.ts` of microsoft/vscode-vsce. */
const never = [
  '.vscodeignore',
  'package-lock.json',
  'npm-debug.log',
  'yarn.lock',
  'yarn-error.log',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  '.editorconfig',
  '.npmrc',
  '.yarnrc',
  '.gitattributes',
  '.gitignore',
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
  '.github/**',
  '.travis.yml',
  'appveyor.yml',
  '**/*.vsixmanifest',
  '**/.vscode-test/**',
  '**/.vscode-test-web/**',
];

/**
 * Makes the filter that VS Code's packer applies for a `.vscodeignore`: lines exclude paths, and lines with
 * `!` include them again, wherever they are in the file.
 *
 * @param text of the file
 * @returns a function that is true for paths to pack
 */
export function matchVscodeignore(text: string): (path: string) => boolean {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const negated = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const ignored = lines.filter((line) => !line.startsWith('!'));
  const isIgnored = matchAny([...never, ...ignored, ...ignored.flatMap(belowFolder)]);
  const isNegated = matchAny([...negated, ...negated.flatMap(belowFolder)]);
  return (path) => !isIgnored(path) || isNegated(path);
}

function matchAny(patterns: readonly string[]): (path: string) => boolean {
  const written = patterns.map((pattern) => pattern.replace(/^\.?\//, ''));
  return written.length === 0 ? () => false : picomatch(written, { dot: true });
}

/** Patterns for everything below a folder; a line that doesn't end with a wildcard may be a folder's name. */
function belowFolder(line: string): string[] {
  if (/(?:^|\/)[^/]*\*[^/]*$/.test(line)) return [];
  return [line.endsWith('/') ? `${line}**` : `${line}/**`];
}
