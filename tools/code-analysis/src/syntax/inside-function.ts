import type { AnyNode, Identifier, ReturnStatement } from 'acorn';
import { KEYS } from 'eslint-visitor-keys';
import { type FunctionNode, isFunction, isNode } from './syntax.ts';

/** The nodes right below a node. */
export function nodesBelow(node: AnyNode): AnyNode[] {
  const fields = new Map<string, unknown>(Object.entries(node));
  return (KEYS[node.type] ?? []).flatMap((key) => {
    const child = fields.get(key);
    return (Array.isArray(child) ? child : [child]).filter(isNode);
  });
}

/** The `return` statements of a function itself. */
export function returnsOf(of: FunctionNode): ReturnStatement[] {
  return inside(of, isFunction).filter((node) => node.type === 'ReturnStatement');
}

/** The places where a function reads its `arguments`, also in arrow functions, which have none of their own. */
export function argumentsOf(of: FunctionNode): Identifier[] {
  const hasOwn = (node: AnyNode) => isFunction(node) && node.type !== 'ArrowFunctionExpression';
  return inside(of, hasOwn).filter(
    (node): node is Identifier => node.type === 'Identifier' && node.name === 'arguments',
  );
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
