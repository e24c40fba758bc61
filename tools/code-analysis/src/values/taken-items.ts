import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { bare, isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import { type Item, ListItems } from './list-items.ts';
import type { ChangedBuiltins } from '../syntax/changed-builtins.ts';

/** Most items that a call of one of them is followed into. */
const mostItems = 200;

/**
 * The expressions of a list, one of which an expression is: `run` in `for (const run of [a, b])`, `runs[0]`,
 * `table[name]`, `map.get(name)`.
 *
 * @returns null where it is taken from no list, or from one that may hold anything
 */
export function takenFrom(written: AnyNode, changed: ChangedBuiltins): AnyNode[] | null {
  const node = bare(written);
  const lists = new ListItems(changed);
  const taken =
    node.type === 'Identifier'
      ? node.variable && takenBy(node.variable, { lists, changed })
      : node.type === 'MemberExpression'
        ? itemsOfMember(node, lists)
        : node.type === 'CallExpression'
          ? givenBy(node, { lists, changed })
          : null;
  return taken && taken.length <= mostItems ? taken : null;
}

interface By {
  lists: ListItems;
  changed: ChangedBuiltins;
}

function itemsOfMember(node: MemberExpression, lists: ListItems): AnyNode[] | null {
  const name = writtenName(node);
  if (name !== undefined && !/^\d+$/.test(name)) return null;
  return valuesOf(lists.of(node.object) ?? lists.ofObject(node.object));
}

/** Handles `map.get(name)`, `list.at(0)` and their like. */
function givenBy({ callee }: CallExpression, { lists, changed }: By): AnyNode[] | null {
  if (callee.type !== 'MemberExpression') return null;
  const name = writtenName(callee) ?? '';
  if (!/^(?:at|find|findLast|get|pop|shift)$/.test(name) || changed.has(name)) return null;
  return valuesOf(lists.of(callee.object));
}

function valuesOf(items: Item[] | null): AnyNode[] | null {
  return items && items.map(({ value }) => value);
}

/** The items that a variable gets by a loop, a pattern or as a parameter of a callback. */
function takenBy(variable: Variable, { lists, changed }: By): AnyNode[] | null {
  if (variable.defs.length !== 1) return null;
  if (variable.references.some((each) => each.isWrite() && !isDeclared(each.identifier))) {
    return null;
  }
  let at = treeNode(variable.defs[0]?.name);
  const path: number[] = [];
  while (at?.parent?.type === 'ArrayPattern') {
    path.unshift(at.parent.elements.findIndex((each) => each === at));
    at = at.parent;
  }
  const list = at && listBehind(at, path.length > 0);
  if (list === undefined) return null;
  const isValue = list.isInit === true || (list.method !== undefined && path.length === 0);
  if (list.method !== undefined && changed.has(list.method)) return null;
  const items = lists.of(list.node, path.length > (list.isInit ? 1 : 0));
  if (items === null) return null;
  return along(items, list.isInit ? path.slice(1) : path, isValue);
}

function isDeclared(identifier: unknown): boolean {
  const parent = treeNode(identifier)?.parent;
  return parent?.type === 'VariableDeclarator' || parent?.type === 'ArrayPattern';
}

/** The list that a loop, a callback or a pattern takes items from. */
function listBehind(
  target: AnyNode,
  isPattern: boolean,
): { node: AnyNode; isInit?: true; method?: string } | undefined {
  const { parent } = target;
  if (parent?.type === 'VariableDeclarator' && parent.id === target) {
    const loop = parent.parent?.parent;
    if (loop?.type === 'ForOfStatement' && loop.left === parent.parent) return { node: loop.right };
    return isPattern && parent.init ? { node: parent.init, isInit: true } : undefined;
  }
  if (!isFunction(parent)) return undefined;
  const call = parent.parent;
  const callee = call?.type === 'CallExpression' ? bare(call.callee) : undefined;
  if (callee?.type !== 'MemberExpression' || call?.type !== 'CallExpression') return undefined;
  if (call.arguments[0] !== parent) return undefined;
  const at = parent.params.findIndex((each) => each === target);
  const name = writtenName(callee) ?? '';
  const isItem = /^reduce(?:Right)?$/.test(name)
    ? at === 1 && call.arguments.length === 2
    : at === 0 && /^(?:every|filter|find|findIndex|findLast|flatMap|forEach|map|some)$/.test(name);
  return isItem ? { node: callee.object, method: name } : undefined;
}

/** Follows indices into items that are pairs: `[name, run]`. */
function along(
  items: readonly Item[],
  path: readonly number[],
  isValue: boolean,
): AnyNode[] | null {
  const [first, ...more] = path;
  const found: AnyNode[] = [];
  for (const { key, value } of items) {
    if (first === undefined) {
      // a whole entry of a map
      if (key !== undefined && !isValue) return null;
      found.push(value);
      continue;
    }
    const part = key === undefined ? elementOf(value, first) : [key, value][first];
    if (part === undefined) return null;
    const parts = along([{ value: part }], more, true);
    if (parts === null) return null;
    found.push(...parts);
  }
  return found;
}

function elementOf(list: AnyNode, at: number): AnyNode | undefined {
  const node = bare(list);
  if (node.type !== 'ArrayExpression') return undefined;
  const before = node.elements.slice(0, at + 1);
  if (before.some((each) => each?.type === 'SpreadElement')) return undefined;
  return node.elements[at] ?? undefined;
}
