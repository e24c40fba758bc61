import type { AnyNode, ThisExpression } from 'acorn';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { type FunctionNode, isFunction } from '../syntax/syntax.ts';

/** The function whose `this` it is; `top` for the file's own, undefined for that of a field of a class. */
export function functionOfThis(node: AnyNode): FunctionNode | 'top' | undefined {
  let from = node;
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (isFunction(at) && at.type !== 'ArrowFunctionExpression') return at;
    if (at.type === 'StaticBlock') return undefined;
    // a computed name belongs to the code around the class
    if (at.type === 'PropertyDefinition' && at.key !== from) return undefined;
    from = at;
  }
  return 'top';
}

const known = new WeakMap<ParsedCode, Map<FunctionNode, ThisExpression[]>>();

/** The places where a function reads its own `this`. */
export function thisesOf(code: ParsedCode, of: FunctionNode): readonly ThisExpression[] {
  const functions = known.get(code) ?? indexThises(code);
  known.set(code, functions);
  return functions.get(of) ?? [];
}

function indexThises(code: ParsedCode): Map<FunctionNode, ThisExpression[]> {
  const found = new Map<FunctionNode, ThisExpression[]>();
  for (const node of code.nodes.thises) {
    const of = functionOfThis(node);
    if (of === undefined || of === 'top') continue;
    const others = found.get(of);
    if (others === undefined) found.set(of, [node]);
    else others.push(node);
  }
  return found;
}
