import { formatBytes } from '@orchestra/core';
import { count, plain, renderTable, type Style } from '@orchestra/terminal';
import { childrenOf, growTree, type TreeNode } from './file-tree.ts';

const mostLines = 40;
/** The most entries shown of one folder. */
const mostShown = 12;

interface Row {
  label: string;
  bytes: number;
  note: string;
}

/**
 * Renders files as a tree with sizes. Shows the largest ones: the rest of a folder becomes one line, and a
 * folder that would need too many lines isn't opened.
 */
export function renderTree(files: readonly { path: string; size: number }[], style: Style): string {
  const root = growTree(files);
  const rows = rowsOf(root, { depth: 1, open: chooseOpen(root), heaviest: root.heaviest });
  const sizes = rows.map(({ bytes }) => formatBytes(bytes));
  const width = Math.max(0, ...sizes.map((size) => size.length));
  return renderTable(
    rows.map(({ label, note }, at) => [
      label.endsWith('/') ? style.bold(label) : label,
      style.dim(sizes[at]?.padStart(width) ?? ''),
      note === 'largest' ? style.yellow(note) : style.dim(note),
    ]),
  );
}

/** Chooses the folders to open, by their children: those with the largest files, while there is room. */
function chooseOpen(root: TreeNode): Set<TreeNode['children']> {
  const open = new Set([root.children]);
  const waiting = foldersIn(root);
  let lines = linesOf(root);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (lines + linesOf(next) > mostLines) continue;
    lines += linesOf(next);
    open.add(next.children);
    waiting.push(...foldersIn(next));
    waiting.sort(byHeaviest);
  }
  return open;
}

function rowsOf(
  folder: TreeNode,
  by: { depth: number; open: ReadonlySet<TreeNode['children']>; heaviest: number },
): Row[] {
  const indent = '  '.repeat(by.depth);
  const { shown, rest } = split(folder);
  const rows = shown.flatMap((node) => {
    const { name, bytes, files, children } = node;
    if (children === null) {
      const isLargest = bytes === by.heaviest && folder.files > 1;
      return [{ label: `${indent}${plain(name)}`, bytes, note: isLargest ? 'largest' : '' }];
    }
    const label = `${indent}${plain(name)}/`;
    if (!by.open.has(children)) return [{ label, bytes, note: count(files, 'file') }];
    return [{ label, bytes, note: '' }, ...rowsOf(node, { ...by, depth: by.depth + 1 })];
  });
  if (rest.length === 0) return rows;
  const bytes = rest.reduce((sum, node) => sum + node.bytes, 0);
  return [...rows, { label: `${indent}and ${rest.length} more`, bytes, note: '' }];
}

/** The entries of a folder with the largest files, sorted by name, and the rest. */
function split(folder: TreeNode): { shown: TreeNode[]; rest: TreeNode[] } {
  const all = childrenOf(folder);
  if (all.length <= mostShown + 1) return { shown: all, rest: [] };
  const kept = new Set(all.toSorted(byHeaviest).slice(0, mostShown));
  return {
    shown: all.filter((node) => kept.has(node)),
    rest: all.filter((node) => !kept.has(node)),
  };
}

function foldersIn(folder: TreeNode): TreeNode[] {
  const folders = split(folder).shown.filter(({ children }) => children !== null);
  return folders.sort(byHeaviest);
}

function linesOf({ children }: TreeNode): number {
  return Math.min(children?.size ?? 0, mostShown + 1);
}

function byHeaviest(left: TreeNode, right: TreeNode): number {
  return right.heaviest - left.heaviest;
}
