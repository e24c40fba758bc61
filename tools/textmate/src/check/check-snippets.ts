import { isRecord, problem, type Problem } from '@orchestra/core';
import { readCommentedJson, type Texts } from '../read/read-contributed.ts';
import { listSnippets, type Snippet } from '../snippets/list-snippets.ts';
import { parseSnippet } from '../snippets/parse-snippet.ts';
import { broken, ignored } from './found.ts';

/**
 * Checks a file of snippets. VS Code takes what it can read of one, so what is wrong in it is a warning.
 *
 * Source: https://code.visualstudio.com/docs/editing/userdefinedsnippets
 */
export function checkSnippets(texts: Texts, path: string): Problem[] {
  const file = readCommentedJson(texts, path);
  if (file === null) return [];
  const faults = file.faults.map(({ message, place }) =>
    ignored(place, `Not all of these snippets can be read: ${message}`),
  );
  if (!isRecord(file.value)) return [...faults, broken(path, 'Expected snippets to be an object')];
  const { snippets, left } = listSnippets(file.value);
  return [
    ...faults,
    ...left.map(({ at, why }) => ignored(file.placeOf(at), why)),
    ...snippets.flatMap((snippet) => {
      return parseSnippet(snippet.body).faults.map(({ offset, message }) => {
        const place = file.placeOf([...snippet.at, 'body', ...lineOf(snippet, offset)]);
        return problem('snippet-body', {
          path: place,
          message: `In '${snippet.name}': ${message}`,
        });
      });
    }),
  ];
}

/** The line of a body that is a list, by an offset of the whole. */
function lineOf({ lines }: Snippet, offset: number): number[] {
  return lines === null ? [] : [lines.findLastIndex((begun) => begun <= offset)];
}
