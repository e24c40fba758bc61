import { type JSONPath, type Node, findNodeAtLocation } from 'jsonc-parser';

/** A file of an extension, read in the way in which VS Code reads it. */
export interface ContributedFile {
  /** From the root of the package. */
  path: string;
  /** What it holds; undefined where nothing could be read. */
  value: unknown;
  /** What is wrong with its syntax; empty where it was read whole. */
  faults: SyntaxFault[];
  /** The place of a value: `themes/dark.json:3:12`, or only the path where the format tells no places. */
  placeOf(at: JSONPath): string;
}

/** Something wrong with the syntax of a file, with its place (`path:line:column`). */
export interface SyntaxFault {
  message: string;
  place: string;
}

/** Gives `path:line:column` of offsets of a text, both from 1. */
export function placesIn(path: string, text: string): (offset: number) => string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return `${path}:${low + 1}:${offset - (starts[low] ?? 0) + 1}`;
  };
}

/** The place of a value in a tree of JSON; that of the nearest value around it where it isn't there. */
export function placeInTree(
  tree: Node | undefined,
  by: { at: JSONPath; path: string; placeAt: (offset: number) => string },
): string {
  if (tree === undefined) return by.path;
  for (let { length } = by.at; length >= 0; length -= 1) {
    const found = findNodeAtLocation(tree, by.at.slice(0, length));
    if (found !== undefined) return by.placeAt(found.offset);
  }
  return by.path;
}
