/** A file or a folder of a package. */
export interface TreeNode {
  name: string;
  /** Bytes of it, or of all files below it. */
  bytes: number;
  /** How many files it is. */
  files: number;
  /** Bytes of the largest file in it. */
  heaviest: number;
  /** By name; null for a file. */
  children: Map<string, TreeNode> | null;
}

/** Makes a tree of paths. */
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

/** What stands in a folder, by name. A folder with one thing in it is told by that: `assets/icon.png`. */
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
