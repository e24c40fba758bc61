import type { AnyNode, Expression, MemberExpression } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { bare, enclosingFunction, writtenName } from '../syntax/syntax.ts';

/**
 * True for a read in esbuild's substitute for `require`, which is only made where there is none:
 * `typeof require !== 'undefined' ? require : new Proxy(x, { get: (a, b) => require[b] })`.
 */
export function isTrap(node: MemberExpression): boolean {
  const property = enclosingFunction(node)?.parent;
  const isGet = property?.type === 'Property' && writtenName(property) === 'get';
  const proxy = isGet ? property.parent?.parent : undefined;
  if (proxy?.type !== 'NewExpression' || builtinOf(proxy.callee) !== 'Proxy') return false;
  let at: AnyNode = proxy;
  for (let up = at.parent; up !== undefined; up = at.parent) {
    if (up.type === 'ConditionalExpression') {
      if (up.alternate === at && asksForRequire(up.test)) return true;
    } else if (bare(up) !== bare(at)) return false;
    at = up;
  }
  return false;
}

/** True for `typeof require !== 'undefined'`, also as minifiers write it. */
function asksForRequire(test: Expression): boolean {
  if (test.type !== 'BinaryExpression' || !/^(?:!==?|<)$/.test(test.operator)) return false;
  const { left, right } = test;
  if (left.type !== 'UnaryExpression' || left.operator !== 'typeof') return false;
  const of = bare(left.argument);
  if (of.type !== 'Identifier' || of.name !== 'require' || of.variable !== undefined) return false;
  return right.type === 'Literal' && /^u(?:ndefined)?$/.test(String(right.value));
}
