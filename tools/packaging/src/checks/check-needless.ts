import { formatBytes, isRecord, nameFew, problem } from '@orchestra/core';
import type { Check, CheckedPackage } from './check.ts';
import { decodeText } from './text-lines.ts';

/** Packages of types, which are nothing while code runs, and of the API, which the app gives. */
const types = /^(?:@types\/.+|vscode|@vscode\/dts|vscode-dts)$/;

/** Packages that test, pack or check an extension. */
const tools =
  /^(?:@vscode\/(?:test-[\w-]+|vsce)|vscode-test|vscode-test-web|vsce|ovsx|mocha|jest|ts-jest|@jest\/.+|vitest|@vitest\/.+|ava|tape|jasmine|karma|chai|sinon|nyc|c8|@playwright\/test|ts-node|tsx|ts-loader|webpack-cli|tslint|eslint-(?:plugin|config)-.+|@typescript-eslint\/.+|husky|lint-staged|rimraf|npm-run-all)$/;

const mostNamed = 5;

/**
 * Tells once which `dependencies` of an extension of VS Code nothing needs while it runs: its packer packs them
 * all. A tool that the code names, such as a runner of tests that it starts, is needed.
 */
export const checkNeedless: Check = ({ manifest, files }) => {
  const { dependencies } = manifest.raw;
  if (manifest.compat !== 'vscode' || !isRecord(dependencies)) return [];
  const names = Object.keys(dependencies);
  const named = findNamed(
    names.filter((name) => tools.test(name)),
    files,
  );
  const needless = names.filter(
    (name) => types.test(name) || (tools.test(name) && !named.has(name)),
  );
  if (needless.length === 0) return [];
  const shown = nameFew(
    needless.map((name) => `'${name}'`),
    mostNamed,
  );
  const are = needless.length === 1 ? 'is' : 'are';
  return [
    problem('dependency-needless', {
      path: 'package.json#/dependencies',
      message: `${shown} ${are} for development alone${tellPacked(needless, files)}`,
      hint: `Move ${needless.length === 1 ? 'it' : 'them'} to "devDependencies": npm install --save-dev ${needless.slice(0, mostNamed).join(' ')}`,
    }),
  ];
};

/** Those of the packages that code of the extension names in a text: `require.resolve('mocha')`. */
function findNamed(names: readonly string[], files: CheckedPackage['files']): Set<string> {
  const found = new Set<string>();
  for (const [path, bytes] of names.length === 0 ? [] : files) {
    if (!/\.[cm]?js$/.test(path) || /(?:^|\/)node_modules\//.test(path)) continue;
    const text = decodeText(bytes) ?? '';
    for (const name of names) {
      if (['"', "'", '`', '/'].some((quote) => text.includes(`${quote}${name}`))) found.add(name);
    }
  }
  return found;
}

function tellPacked(names: readonly string[], files: CheckedPackage['files']): string {
  const packed = [...files].filter(([path]) =>
    names.some((name) => path.startsWith(`node_modules/${name}/`)),
  );
  if (packed.length === 0) return '';
  const size = packed.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  return `, and packed: ${formatBytes(size)} in node_modules`;
}
