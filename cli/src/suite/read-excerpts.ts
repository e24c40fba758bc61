import type { SourcePlace, TestFileResult } from '@orchestra/sandbox';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listResults } from './suite-result.ts';

/** `src/main.ts:12:5`. */
export function showSourcePlace({ file, line, column }: SourcePlace): string {
  return `${file}:${line}:${column}`;
}

/** Reads the lines around the places of failures, as {@link SuiteResult.excerpts} has them. */
export async function readExcerpts(
  folder: string,
  files: readonly TestFileResult[],
): Promise<Map<string, string>> {
  const places = listResults({ files: [...files] }).flatMap(({ failure }) => failure?.place ?? []);
  const read = places.map(async (place): Promise<[string, string]> => {
    const text = await readFile(join(folder, place.file), 'utf8').catch(() => null);
    return [showSourcePlace(place), text === null ? '' : excerptOf(text, place)];
  });
  return new Map(await Promise.all(read));
}

function excerptOf(text: string, { line, column }: SourcePlace): string {
  const lines = text.split(/\r?\n/);
  const first = Math.max(1, line - 2);
  const width = String(line + 1).length;
  return lines
    .slice(first - 1, line + 1)
    .flatMap((content, index) => {
      const number = first + index;
      const row = `${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${content}`;
      const caret = `  ${' '.repeat(width)} | ${' '.repeat(column - 1)}^`;
      return number === line ? [row, caret] : [row];
    })
    .join('\n');
}
