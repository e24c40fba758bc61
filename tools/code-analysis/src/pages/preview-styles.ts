import { isRecord, readJson } from '@orchestra/core';
import { posix } from 'node:path';
import { plainText } from './marks.ts';
import { judgeStyle } from './style.ts';

/** The style sheets of the package for previews of Markdown that load from servers, by their paths. */
export function findPreviewStyles(files: ReadonlyMap<string, Uint8Array>): string[] {
  const text = new TextDecoder().decode(files.get('package.json'));
  const contributes = readJson(text, { path: '' }).value?.['contributes'];
  const named = isRecord(contributes) ? contributes['markdown.previewStyles'] : undefined;
  const paths = Array.isArray(named) ? named.filter((each) => typeof each === 'string') : [];
  return paths.flatMap((path) => {
    const known = posix.normalize(path);
    const bytes = files.get(known);
    if (bytes === undefined) return [];
    return judgeStyle(plainText(new TextDecoder().decode(bytes))) === 'remote' ? [known] : [];
  });
}
