import {
  getNodeValue,
  type ParseError,
  type ParseOptions,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { type ContributedFile, placeInTree, placesIn, type SyntaxFault } from './read-file.ts';

/**
 * Reads JSON with comments and trailing commas, as VS Code reads themes, snippets and language configurations.
 * What can be read of a text with faults is its value.
 *
 * @param of.path for the places
 * @param of.isStrict faults are comments and trailing commas as well
 */
export function readJsonc(
  text: string,
  { path, isStrict = false }: { path: string; isStrict?: boolean },
): ContributedFile {
  const options: ParseOptions = { allowTrailingComma: !isStrict, disallowComments: isStrict };
  const placeAt = placesIn(path, text);
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, options);
    return {
      path,
      value: tree === undefined ? undefined : getNodeValue(tree),
      faults: faultsOf(errors, placeAt),
      placeOf: (at) => placeInTree(tree, { at, path, placeAt }),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // the stack is full
    const faults = [{ message: 'It is nested too deeply', place: path }];
    return { path, value: undefined, faults, placeOf: () => path };
  }
}

/** One fault a place: a comma too many is a missing value as well. */
function faultsOf(
  errors: readonly ParseError[],
  placeAt: (offset: number) => string,
): SyntaxFault[] {
  const byPlace = Map.groupBy(errors, ({ offset }) => placeAt(offset));
  return [...byPlace].flatMap(([place, [first]]) =>
    first === undefined ? [] : [{ message: explain(first.error), place }],
  );
}

/** `CommaExpected` → `Comma expected`. */
function explain(error: ParseError['error']): string {
  const words = printParseErrorCode(error).replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
