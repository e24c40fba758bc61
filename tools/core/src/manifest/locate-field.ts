import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { positionAt } from './read-json.ts';

/**
 * Line and column, from 1, of a field's key or a list's item. Where the field is missing, those of the
 * beginning of the text.
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
