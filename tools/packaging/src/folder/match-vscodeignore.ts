import picomatch from 'picomatch';

/** What VS Code's packer leaves out of every extension. Source: `src/package.ts` of microsoft/vscode-vsce. */
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
 * What VS Code's packer would take, by the rules of a `.vscodeignore`: everything but what a line names,
 * and again what a line with `!` names, wherever that stands.
 *
 * @param text of the file
 * @returns whether a path goes in
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

/** A line without a wildcard at its end may be a folder's name. */
function belowFolder(line: string): string[] {
  if (/(?:^|\/)[^/]*\*[^/]*$/.test(line)) return [];
  return [line.endsWith('/') ? `${line}**` : `${line}/**`];
}
