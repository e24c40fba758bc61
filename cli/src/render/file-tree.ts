/** A file or a folder of a package. */
export interface TreeNode {
  name: string;
  /** Size in bytes, of the file or of all files below the folder. */
  bytes: number;
  /** Number of files, 1 for a file. */
  files: number;
  /** Size in bytes of the largest file in it. */
  heaviest: number;
  /** Children by name; null for a file. */
  children: Map<string, TreeNode> | null;
}

/** Builds the tree of a list of paths. */
export function growTree(files: readonly { path: string; size: number }[]): TreeNode {
  const root = makeNode('', new Map());
  for (const { path, size } of files) {
    const names = path.split('/');
    let at = root;
    weigh(at, size);
    for (const [depth, name] of names.entries()) {
      at = childOf(at, { name, isFile: depth === names.length - 1 });
      weigh(at, size);
    }
  }
  return root;
}

/**
 * The children of a folder, sorted by name. A folder with a single child is joined with it:
 * `assets/icon.png`.
 */
export function childrenOf({ children }: TreeNode): TreeNode[] {
  const joined = [...(children?.values() ?? [])].map(joinOnly);
  return joined.sort((left, right) => (left.name < right.name ? -1 : 1));
}

function joinOnly(node: TreeNode): TreeNode {
  let joined = node;
  while (joined.children?.size === 1) {
    for (const only of joined.children.values()) {
      joined = { ...only, name: `${joined.name}/${only.name}` };
    }
  }
  return joined;
}

function childOf({ children }: TreeNode, of: { name: string; isFile: boolean }): TreeNode {
  const child = children?.get(of.name) ?? makeNode(of.name, of.isFile ? null : new Map());
  children?.set(of.name, child);
  return child;
}

function makeNode(name: string, children: TreeNode['children']): TreeNode {
  return { name, bytes: 0, files: 0, heaviest: 0, children };
}

function weigh(node: TreeNode, size: number): void {
  node.bytes += size;
  node.files += 1;
  node.heaviest = Math.max(node.heaviest, size);
}
