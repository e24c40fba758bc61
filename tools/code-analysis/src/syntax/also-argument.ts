import type { Identifier } from 'acorn';
import { argumentsOf } from './inside-function.ts';
import { isStrict } from './is-strict.ts';
import { isFunction, treeNode, writtenName } from './syntax.ts';

/**
 * True where a script sets a parameter of a function that reads its `arguments`: those have the new value as well.
 */
export function isAlsoArgument(target: Identifier): boolean {
  const { variable } = target;
  const [def] = variable?.defs ?? [];
  const of = def?.type === 'Parameter' ? treeNode(def.node) : undefined;
  if (!isFunction(of) || of.type === 'ArrowFunctionExpression') return false;
  if (variable?.identifiers.some((each) => treeNode(each) === target) === true) return false;
  const reads = argumentsOf(of).some(({ parent }) => {
    return parent?.type !== 'MemberExpression' || writtenName(parent) !== 'length';
  });
  return reads && !isStrict(target);
}
