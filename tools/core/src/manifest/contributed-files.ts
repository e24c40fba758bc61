import type { EntryFile } from './manifest.ts';
import { isRecord } from './read-json.ts';

/**
 * Files that `contributes` refers to: every string that begins with `./`, and every value of a key that takes
 * a path.
 *
 * Source: https://code.visualstudio.com/api/references/contribution-points
 */
export function contributedFiles(contributes: unknown): EntryFile[] {
  if (!isRecord(contributes)) return [];
  return Object.entries(contributes)
    .filter(([point]) => !ofTheWorkspace.has(point) && point !== 'configuration')
    .flatMap(([point, item]) => filesIn(item, { pointer: below('/contributes', point), key: '' }));
}

/** Keys whose values are settings of the user's workspace, not files of the package. */
const ofTheWorkspace = new Set([
  'configurationAttributes',
  'configurationDefaults',
  'configurationSnippets',
  'default',
  'examples',
  'initialConfigurations',
  'problemMatchers',
  'properties',
  'taskDefinitions',
]);

const takesPath = /^(?:path|configuration)$/;
const takesImage = /^(?:icon|light|dark)$/;

function filesIn(value: unknown, at: { pointer: string; key: string }): EntryFile[] {
  if (typeof value === 'string') {
    return isPath(value, at.key)
      ? [{ pointer: at.pointer, path: value.replace(/^(?:\.\/)+/, '') }]
      : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, nth) => filesIn(item, { ...at, pointer: below(at.pointer, nth) }));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value)
    .filter(([key]) => !ofTheWorkspace.has(key))
    .flatMap(([key, item]) => filesIn(item, { pointer: below(at.pointer, key), key }));
}

function isPath(text: string, key: string): boolean {
  if (/^\.\.?\/./.test(text)) return true;
  if (takesPath.test(key)) return /^[^\s:*$]+\.[a-z]\w*$/i.test(text);
  return takesImage.test(key) && /^[^\s:*$]+\.(?:png|svg|jpe?g|gif|webp)$/i.test(text);
}

function below(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
