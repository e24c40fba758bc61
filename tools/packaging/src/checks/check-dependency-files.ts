import { isRecord, problem } from '@orchestra/core';
import type { Check } from './check.ts';
import { decodeText, locator } from './text-lines.ts';

/** A path in one text: `'node_modules/dayjs/dayjs.min.js'`. The keys of bundled modules look like it. */
const whole = /(["'`])node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\/[\w./@-]+\1(?!\s*[:(])/g;
/** A path in parts: `joinPath(extensionUri, 'node_modules', '@vscode/codicons', 'dist', 'codicon.css')`. */
const parts =
  /joinPath\([^()]{0,100}(["'`])node_modules\1\s*,\s*(["'`])(@[\w.-]+(?:\/|\2\s*,\s*\2)[\w.-]+|[\w.-]+)\2[^()]{0,200}\.\w+\2\s*\)/g;

/**
 * Tells where code names files of the extension's dependencies, which no package has. Once for each dependency
 * and file of code.
 */
export const checkDependencyFiles: Check = ({ manifest, files }) => {
  const { dependencies } = manifest.raw;
  if (!isRecord(dependencies)) return [];
  return [...files].flatMap(([path, bytes]) => {
    const text = /\.[cm]?js$/.test(path) ? decodeText(bytes) : null;
    if (text === null || !text.includes('node_modules')) return [];
    const locate = locator(path, text);
    const named = [...findNamed(text, whole, 2), ...findNamed(text, parts, 3)]
      .filter(([name]) => Object.hasOwn(dependencies, name))
      .toSorted(([, left], [, right]) => left - right);
    // of entries with the same name the last counts, which is the first place
    const first = [...new Map(named.toReversed())].toSorted(([, left], [, right]) => left - right);
    return first.map(([name, at]) =>
      problem('dependency-file-missing', {
        path: locate(at),
        message: `A file of '${name}' is named, in node_modules, which does not go into a package`,
      }),
    );
  });
};

/** The packages that a pattern finds named, each with the position. */
function findNamed(text: string, pattern: RegExp, group: number): [string, number][] {
  return [...text.matchAll(pattern)].map((match) => {
    return [(match[group] ?? '').replaceAll(/["'`\s,/]+/g, '/'), match.index];
  });
}
