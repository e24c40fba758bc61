import { isRecord, problem } from '@orchestra/core';
import type { Check } from './check.ts';
import { decodeText, locator } from './text-lines.ts';

/** A path in one text: `'node_modules/dayjs/dayjs.min.js'`. The keys of bundled modules look like it. */
const whole = /(["'`])node_modules\/((?:@[\w.-]+\/)?[\w.-]+)(\/[\w./@-]+)\1(?!\s*[:(])/g;
/** A path in parts: `joinPath(extensionUri, 'node_modules', '@vscode/codicons', 'dist', 'codicon.css')`. */
const parts =
  /joinPath\([^()]{0,100}(["'`])node_modules\1\s*,\s*(["'`])(@[\w.-]+(?:\/|\2\s*,\s*\2)[\w.-]+|[\w.-]+)(\2[^()]{0,200}\.\w+)\2\s*\)/g;

/**
 * Tells where code names files of the extension's dependencies that aren't in the package. Once for each
 * dependency and file of code.
 */
export const checkDependencyFiles: Check = ({ manifest, files }) => {
  const { dependencies } = manifest.raw;
  if (!isRecord(dependencies)) return [];
  return [...files].flatMap(([path, bytes]) => {
    const text = /\.[cm]?js$/.test(path) ? decodeText(bytes) : null;
    if (text === null || !text.includes('node_modules')) return [];
    const locate = locator(path, text);
    const named = [...findNamed(text, whole, 2), ...findNamed(text, parts, 3)]
      .filter(({ name, file }) => Object.hasOwn(dependencies, name) && !files.has(file))
      .map(({ name, at }) => [name, at] as const)
      .toSorted(([, left], [, right]) => left - right);
    // of entries with the same name the last counts, which is the first place
    const first = [...new Map(named.toReversed())].toSorted(([, left], [, right]) => left - right);
    return first.map(([name, at]) =>
      problem('dependency-file-missing', {
        path: locate(at),
        message: `A file of '${name}' is named, in node_modules, that is not in the package`,
      }),
    );
  });
};

/** The files of packages that a pattern finds named, each with its package and the position. */
function findNamed(text: string, pattern: RegExp, group: number) {
  return [...text.matchAll(pattern)].map((match) => {
    const name = joinParts(match[group]);
    const rest = joinParts(match[group + 1]);
    return { name, file: `node_modules/${name}${rest}`, at: match.index };
  });
}

/** A path whose folders are written as texts of their own: `'dist', 'codicon.css'`. */
function joinParts(written = ''): string {
  return written.replaceAll(/["'`\s,/]+/g, '/');
}
