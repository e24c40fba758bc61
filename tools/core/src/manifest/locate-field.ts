import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { positionAt } from './read-json.ts';

/**
 * Line and column, from 1, of the key of a field, or of an item of a list; those of the text where
 * there is none.
 *
 * @param text nested no deeper than the manifest's limit
 */
export function locateField(
  text: string,
  path: readonly (string | number)[],
): { line: number; column: number } {
  const root = parseTree(text.replace(/^\uFEFF/, ' '));
  const node = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
  const place = node?.parent?.type === 'property' ? node.parent : node;
  return positionAt(text, place?.offset ?? 0);
}
