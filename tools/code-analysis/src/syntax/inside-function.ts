import type { AnyNode, Identifier, ReturnStatement } from 'acorn';
import { KEYS } from 'eslint-visitor-keys';
import { type FunctionNode, isFunction, isNode } from './syntax.ts';

/** The nodes right below a node. */
export function nodesBelow(node: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  if (!isRecord(node)) return found;
  for (const key of KEYS[node.type] ?? []) {
    const child = node[key];
    if (Array.isArray(child)) {
      for (const each of child) if (isNode(each)) found.push(each);
    } else if (isNode(child)) found.push(child);
  }
  return found;
}

/** Narrows the type so that keys can be read by computed names. */
function isRecord(node: AnyNode): node is AnyNode & Readonly<Record<string, unknown>> {
  return typeof node === 'object';
}

const returns = new WeakMap<FunctionNode, ReturnStatement[]>();
const argumentsRead = new WeakMap<FunctionNode, Identifier[]>();

/** All nodes of a file. */
export function nodesOf({ tree }: { tree: AnyNode }): readonly AnyNode[] {
  const known = whole.get(tree);
  if (known !== undefined) return known;
  const found: AnyNode[] = [tree];
  for (const node of found) for (const each of nodesBelow(node)) found.push(each);
  whole.set(tree, found);
  return found;
}

const whole = new WeakMap<AnyNode, readonly AnyNode[]>();

/** The `return` statements of a function itself. */
export function returnsOf(of: FunctionNode): readonly ReturnStatement[] {
  const known = returns.get(of);
  if (known !== undefined) return known;
  const found = inside(of, isFunction).filter((node) => node.type === 'ReturnStatement');
  returns.set(of, found);
  return found;
}

/** The expressions that a function returns. */
export function returnedBy(of: FunctionNode): AnyNode[] {
  if (of.body.type !== 'BlockStatement') return [of.body];
  return returnsOf(of).flatMap(({ argument }) => argument ?? []);
}

/** The places where a function reads its `arguments`, also in arrow functions, which have none of their own. */
export function argumentsOf(of: FunctionNode): readonly Identifier[] {
  const known = argumentsRead.get(of);
  if (known !== undefined) return known;
  const hasOwn = (node: AnyNode) => isFunction(node) && node.type !== 'ArrowFunctionExpression';
  const found = inside(of, hasOwn).filter(
    (node): node is Identifier =>
      node.type === 'Identifier' && node.name === 'arguments' && !isKey(node),
  );
  argumentsRead.set(of, found);
  return found;
}

/** True for the name of a property: `command.arguments`. */
function isKey(node: AnyNode): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.property === node && !parent.computed;
    case 'Property':
      return parent.key === node && !parent.computed && !parent.shorthand;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.key === node && !parent.computed;
    default:
      return false;
  }
}

function inside(of: FunctionNode, ends: (node: AnyNode) => boolean): AnyNode[] {
  const found: AnyNode[] = [];
  const waiting: AnyNode[] = [of.body, ...of.params];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    if (!ends(node)) waiting.push(...nodesBelow(node));
  }
  return found;
}
